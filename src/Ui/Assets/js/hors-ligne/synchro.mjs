/** From the device to the site and back. One tab at a time; cut anywhere, the next time takes up where it stopped, since what was received is known there. */
import { prochainLot, regles, suite } from "./file.mjs";

const patience = 20_000;

async function demander(adresse, options = {}) {
  const limite = new AbortController();
  const minuterie = setTimeout(() => limite.abort(), patience);
  try {
    return await fetch(adresse, { credentials: "same-origin", cache: "no-store", redirect: "manual", ...options, signal: limite.signal });
  } finally {
    clearTimeout(minuterie);
  }
}

/** Where the device stands, by the site; null when it can't be reached. */
export async function lireLEtat(appareil, version) {
  try {
    const reponse = await demander("/hors-ligne/etat", { headers: { "FA-Appareil": appareil.id, "FA-Heure": String(Date.now()), "FA-Version": version } });
    return reponse.ok ? await reponse.json() : null;
  } catch {
    return null;
  }
}

const poster = (adresse, jeton, corps) =>
  demander(adresse, { method: "POST", headers: { "Content-Type": "application/json", RequestVerificationToken: jeton }, body: JSON.stringify(corps) });

/**
 * { fini } and what to tell: « efface », « injoignable », « session » (nobody is signed in), a sentence of the site, or nothing. dire is called as it goes.
 */
export async function synchroniser(appareil, reglages, dire = () => {}) {
  if (!navigator.locks) {
    return faire(appareil, reglages, dire);
  }
  return navigator.locks.request("faireavec-envoi", { ifAvailable: true }, (verrou) => (verrou ? faire(appareil, reglages, dire) : { occupe: true }));
}

async function faire(appareil, { version, parEnvoi }, dire) {
  const etat = await lireLEtat(appareil, version);
  if (!etat) {
    return { injoignable: true };
  }
  if (etat.efface) {
    return { efface: true };
  }
  const bilan = { horloge: etat.horloge ?? null, phrase: etat.phrase ?? null, session: etat.session, nouvelle: etat.version !== version };
  if (!etat.ouvert) {
    return bilan;
  }
  await appareil.noterLeContact(etat.heure);
  if (!appareil.ouvert) {
    return bilan;
  }
  // Another tab may have written, or sent, meanwhile.
  await appareil.relire();
  await appareil.appliquer([], regles(appareil.file, etat.a_revoir).map((e) => e.numero));
  dire();
  try {
    let lot = prochainLot(appareil.file, parEnvoi);
    while (lot.length > 0) {
      const envois = lot.map(({ id, numero, genre, version: format, fait_le, corps, apres }) => ({ id, numero, genre, version: format, fait_le, corps, apres }));
      const reponse = await poster("/hors-ligne/envois", etat.jeton, { appareil: appareil.id, application: version, envois });
      if (!reponse.ok) {
        return { ...bilan, phrase: await phraseDe(reponse), injoignable: reponse.status === 0 || reponse.status >= 500 };
      }
      const sorts = (await reponse.json()).envois;
      const [marques, retires] = [[], []];
      let phrase = null;
      for (const sort of sorts) {
        const envoi = lot.find((e) => e.id === sort.id);
        const quoi = envoi ? suite(sort) : "garder";
        if (quoi === "retirer") {
          retires.push(envoi.numero);
        } else if (quoi === "marquer") {
          marques.push({ ...envoi, etat: sort.etat, code: sort.code, phrase: sort.phrase, surLeSite: sort.code !== "ACC-513" && sort.code !== "ACC-509" });
        } else {
          phrase ??= sort.phrase ?? null;
        }
      }
      await appareil.appliquer(marques, retires);
      appareil.dernierEnvoi = Date.now();
      await appareil.ecrireFerme("dernier", appareil.dernierEnvoi);
      dire();
      if (marques.length + retires.length === 0) {
        // Nothing moves: later.
        return { ...bilan, phrase };
      }
      lot = prochainLot(appareil.file, parEnvoi);
    }
    await reprendreLeLot(appareil, etat.jeton);
  } catch {
    return { ...bilan, injoignable: true };
  }
  return { ...bilan, fini: true };
}

async function reprendreLeLot(appareil, jeton) {
  const reponse = await demander("/hors-ligne/lot", { headers: { "FA-Appareil": appareil.id } });
  if (!reponse.ok) {
    return;
  }
  const lot = await reponse.json();
  await appareil.garderLeLot(lot);
  // Those that are in the queue are still held: they are freed once sent.
  const tenues = appareil.cartes.filter((c) => !c.donnee || appareil.file.some((e) => e.genre === "carte" && JSON.parse(e.corps).numero === c.numero));
  if (lot.cartes && tenues.filter((c) => !c.donnee).length < 8) {
    const cartes = await poster("/hors-ligne/cartes", jeton, { appareil: appareil.id, numeros: tenues.map((c) => c.numero) });
    if (cartes.ok) {
      await appareil.garderLesCartes([...tenues, ...(await cartes.json())]);
    }
  }
}

async function phraseDe(reponse) {
  try {
    return (await reponse.json()).detail ?? null;
  } catch {
    return null;
  }
}
