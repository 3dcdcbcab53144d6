/**
 * The clock of a device, that may be wrong or moved. Everything is in the server's time, in milliseconds: { contact, ecart, plusTard } is the last contact, the
 * difference between both clocks then, and the latest time ever seen. A clock gone back never gives time again: the latest stays, and goes on with the app.
 */
export const JOUR = 86_400_000;
const TOLERANCE = 600_000;

/** After a contact: the server's time is the true one. */
export const contact = (serveur, appareil) => ({ contact: serveur, ecart: serveur - appareil, plusTard: serveur });

/** The same, later: the device's clock and the time that the app has been open for. */
export const avancer = (temps, appareil, ecoule = 0) => ({ ...temps, plusTard: Math.max(temps.plusTard + Math.max(0, ecoule), appareil + temps.ecart) });

/** The time now, as well as one knows. */
export const maintenant = (temps, appareil) => (temps ? Math.max(temps.plusTard, appareil + temps.ecart) : appareil);

/** True when what is kept of people must go. */
export const expire = (temps, jours) => !temps || temps.plusTard - temps.contact >= jours * JOUR;

/** True when the clock says less than what it said. */
export const recule = (temps, appareil) => Boolean(temps) && appareil + temps.ecart < temps.plusTard - TOLERANCE;

/** « 2026-11-26 » of an instant, by the device's zone. */
export function jour(instant, decalage = 0) {
  const date = new Date(instant);
  date.setDate(date.getDate() + decalage);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

/** An id of version 7 (RFC 9562), made at this instant. */
export function uuid7(instant, alea = crypto.getRandomValues(new Uint8Array(16))) {
  const octets = Uint8Array.from(alea);
  for (let i = 0, reste = Math.max(0, Math.floor(instant)); i < 6; i++) {
    octets[5 - i] = reste % 256;
    reste = Math.floor(reste / 256);
  }
  octets[6] = (octets[6] & 0x0f) | 0x70;
  octets[8] = (octets[8] & 0x3f) | 0x80;
  const hexa = [...octets].map((o) => o.toString(16).padStart(2, "0")).join("");
  return `${hexa.slice(0, 8)}-${hexa.slice(8, 12)}-${hexa.slice(12, 16)}-${hexa.slice(16, 20)}-${hexa.slice(20)}`;
}
