/** One button that opens or closes every part. The parts are <details>: they work without it. */
export function accordeons(racine) {
  for (const accordeon of racine.querySelectorAll("[data-accordeon]")) {
    const sections = [...accordeon.querySelectorAll(":scope > details")];
    const bouton = accordeon.querySelector("[data-accordeon-tout]");
    if (!bouton || sections.length < 2) {
      continue;
    }
    const tout = () => sections.every((section) => section.open);
    const montrer = () => {
      bouton.textContent = tout() ? bouton.dataset.fermer : bouton.dataset.ouvrir;
      bouton.setAttribute("aria-expanded", String(tout()));
    };
    bouton.addEventListener("click", () => {
      const ouvrir = !tout();
      for (const section of sections) {
        section.open = ouvrir;
      }
      montrer();
    });
    for (const section of sections) {
      section.addEventListener("toggle", montrer);
    }
    montrer();
    bouton.hidden = false;
  }
}
