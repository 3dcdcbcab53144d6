/** Puts the focus on the error summary at load, and on the field when one of its links is followed. */
export function erreurs(racine) {
  const recapitulatif = racine.querySelector("[data-erreurs]");
  if (!recapitulatif) {
    return;
  }
  recapitulatif.tabIndex = -1;
  recapitulatif.focus();
  recapitulatif.addEventListener("click", (evenement) => {
    const lien = evenement.target.closest("a[href^='#']");
    const cible = lien && document.getElementById(decodeURIComponent(lien.hash.slice(1)));
    if (!cible) {
      return;
    }
    const champ = cible.matches("input, select, textarea, button") ? cible : cible.querySelector("input, select, textarea, button");
    if (champ) {
      evenement.preventDefault();
      const legende = champ.closest("fieldset")?.querySelector("legend") ?? document.querySelector(`label[for="${CSS.escape(champ.id)}"]`) ?? champ;
      legende.scrollIntoView({ block: "start" });
      champ.focus({ preventScroll: true });
    }
  });
}
