/**
 * data-carte-de-parcours on a form: when the address ends in #K7PD2RWX-7QF2MX (the QR code of a card), fills its fields Numero and Secret and takes them
 * off the address at once. What is behind # is never sent to a server, and the history doesn't keep it. Without script the person types both.
 */
export function cartesDeParcours(racine) {
  const lu = /^#([0-9A-Za-z]{8})-([0-9A-Za-z]{6})$/.exec(location.hash);
  const formulaire = racine.querySelector("form[data-carte-de-parcours]");
  if (!formulaire || !lu) {
    return;
  }
  history.replaceState(history.state, "", location.pathname + location.search);
  formulaire.elements.Numero.value = `${lu[1].slice(0, 4)}-${lu[1].slice(4)}`;
  formulaire.elements.Secret.value = `${lu[2].slice(0, 3)}-${lu[2].slice(3)}`;
  const dire = formulaire.querySelector("[data-carte-lue]");
  if (dire) {
    dire.hidden = false;
  }
  formulaire.querySelector("button[type=submit], button:not([type])")?.focus();
}
