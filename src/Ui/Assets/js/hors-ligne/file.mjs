/** What waits on the device: what is sent together, what becomes of it, and how it is told. */

/** What goes in the next batch: in order, so many at most, so many signs at most; what is to look at isn't sent again. */
export function prochainLot(file, max, signes = 400_000) {
  const lot = [];
  let total = 0;
  for (const envoi of [...file].sort((a, b) => a.numero - b.numero)) {
    if (envoi.etat) {
      continue;
    }
    total += envoi.corps.length;
    if (lot.length === max || (lot.length > 0 && total > signes)) {
      break;
    }
    lot.push(envoi);
  }
  return lot;
}

/** « retirer », « marquer » or « garder ». */
export function suite(sort) {
  switch (sort.etat) {
    case "accepte":
    case "depasse":
    case "repris":
    case "abandonne":
      return "retirer";
    case "refuse":
    case "conflit":
      return "marquer";
    default:
      // « attend », and what a newer server may say.
      return "garder";
  }
}

/** What was to look at and that its author has dealt with, on the site or elsewhere. */
export const regles = (file, aRevoir) => file.filter((envoi) => envoi.etat && envoi.surLeSite && !aRevoir.some((r) => r.id === envoi.id));

export const enAttente = (file) => file.filter((envoi) => !envoi.etat);

export const aRevoir = (file) => file.filter((envoi) => envoi.etat);

/** « 3 comptes rendus en attente. » */
export function dire(file, mots) {
  const [attente, revoir] = [enAttente(file), aRevoir(file)];
  const phrases = [];
  if (attente.length > 0) {
    phrases.push(mots.n(attente.every((e) => e.genre === "activite") ? "AttenteActivite" : "Attente", attente.length));
  }
  if (revoir.length > 0) {
    phrases.push(mots.n("ARevoir", revoir.length));
  }
  return phrases.length > 0 ? phrases.join(" ") : mots.t("ToutEnvoye");
}

/** The words of the page, with their values put in. */
export function lireLesMots(textes) {
  const t = (cle, ...valeurs) => valeurs.reduce((texte, valeur, i) => texte.split(`{${i}}`).join(String(valeur)), textes[cle] ?? "");
  return { t, n: (cle, nombre, ...valeurs) => t(`${cle}.${nombre <= 1 ? "Un" : "Plusieurs"}`, nombre, ...valeurs) };
}
