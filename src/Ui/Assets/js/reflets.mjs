/**
 * data-reflets on a block: what is typed in its [data-reflet="x"] shows at once in every [data-reflet-de="x"] of the page. The fields have no name and are in no
 * form: nothing leaves the browser. They show with script only; without it one writes on the paper.
 */
export function reflets(racine) {
  for (const bloc of racine.querySelectorAll("[data-reflets]")) {
    for (const champs of bloc.querySelectorAll("[data-reflets-champs]")) {
      champs.hidden = false;
    }
    for (const champ of bloc.querySelectorAll("[data-reflet]")) {
      const cibles = [...racine.querySelectorAll(`[data-reflet-de="${champ.dataset.reflet}"]`)];
      const vides = cibles.map((cible) => cible.textContent);
      champ.addEventListener("input", () => cibles.forEach((cible, i) => (cible.textContent = champ.value.trim() || vides[i])));
    }
  }
}
