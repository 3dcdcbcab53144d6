/** data-carte: shows a button that loads the map. Nothing of the map is transferred before the person asks for it. */
export function plans(racine) {
  for (const plan of racine.querySelectorAll("[data-carte]")) {
    const attente = plan.querySelector("[data-carte-attente]");
    const bouton = plan.querySelector("[data-carte-ouvrir]");
    if (!bouton) {
      continue;
    }
    attente.hidden = false;
    // Its title and the links to it, which without a script would lead to nothing.
    for (const annonce of racine.querySelectorAll("[data-carte-annonce]")) {
      annonce.hidden = false;
    }
    bouton.addEventListener("click", async () => {
      bouton.setAttribute("aria-disabled", "true");
      const dire = plan.querySelector("[data-carte-etat]");
      dire.textContent = dire.dataset.chargement;
      try {
        // The address is given by the page, so that it carries the version of the file.
        const { ouvrir } = await import(plan.dataset.module);
        await ouvrir(plan);
        attente.hidden = true;
      } catch (erreur) {
        console.error(erreur);
        bouton.removeAttribute("aria-disabled");
        dire.textContent = dire.dataset.rate;
      }
    });
  }
}
