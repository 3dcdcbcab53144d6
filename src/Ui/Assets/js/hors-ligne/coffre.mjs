/**
 * What is kept on the device, closed. A data key of 256 bits (AES-GCM) is wrapped by a key made of the code (PBKDF2-SHA-256) and of an HMAC key that the browser
 * keeps and never shows: the code alone, typed on another machine, opens nothing. The code and the keys never leave the device.
 */
export const TOURS = 600_000;
const texte = new TextEncoder();

/** A new box: what is kept in clear, and its key. */
export async function creer(code, appareil) {
  const sel = crypto.getRandomValues(new Uint8Array(32));
  const materiel = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]);
  const enveloppe = await deriver(code, sel, TOURS, materiel);
  const brute = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const donnees = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: texte.encode(appareil) }, enveloppe, brute);
  const cle = await importer(brute);
  brute.fill(0);
  return { coffre: { sel, tours: TOURS, materiel, iv, donnees }, cle };
}

/** The key of the box; null when it isn't the right code. */
export async function ouvrir(coffre, code, appareil) {
  try {
    const enveloppe = await deriver(code, coffre.sel, coffre.tours, coffre.materiel);
    const brute = new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: coffre.iv, additionalData: texte.encode(appareil) }, enveloppe, coffre.donnees));
    const cle = await importer(brute);
    brute.fill(0);
    return cle;
  } catch (erreur) {
    if (erreur.name === "OperationError") {
      return null;
    }
    throw erreur;
  }
}

/** Closes a value for this place: put elsewhere, it doesn't open. */
export async function fermer(cle, ou, valeur) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const donnees = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: texte.encode(ou) }, cle, texte.encode(JSON.stringify(valeur)));
  return { iv, donnees };
}

export async function lire(cle, ou, ferme) {
  const clair = await crypto.subtle.decrypt({ name: "AES-GCM", iv: ferme.iv, additionalData: texte.encode(ou) }, cle, ferme.donnees);
  return JSON.parse(new TextDecoder().decode(clair));
}

const importer = (brute) => crypto.subtle.importKey("raw", brute, { name: "AES-GCM" }, false, ["encrypt", "decrypt"]);

async function deriver(code, sel, tours, materiel) {
  const base = await crypto.subtle.importKey("raw", texte.encode(code), "PBKDF2", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: sel, iterations: tours }, base, 256);
  const melange = await crypto.subtle.sign("HMAC", materiel, bits);
  return crypto.subtle.importKey("raw", melange, { name: "AES-GCM" }, false, ["encrypt", "decrypt"]);
}
