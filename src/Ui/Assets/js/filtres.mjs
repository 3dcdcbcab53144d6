/** Sends a filter form when a box is ticked, so that one touch is enough. The button is for those without script; with it, the legend says that the list changes at each tick. */
export function filtres(racine) {
  for (const formulaire of racine.querySelectorAll("form[data-envoi-auto]")) {
    let attente;
    const bouton = formulaire.querySelector("[data-appliquer]");
    const avis = formulaire.querySelector("legend");
    if (bouton && avis) {
      bouton.hidden = true;
      avis.append(` ${formulaire.dataset.envoiAuto}`);
    }
    formulaire.addEventListener("change", (evenement) => {
      if (!evenement.target.matches("input[type=checkbox], input[type=radio], select")) {
        return;
      }
      // Several boxes may be ticked in a row: wait a little, and keep the place for the next page.
      clearTimeout(attente);
      attente = setTimeout(() => {
        try {
          sessionStorage.setItem("faireavec.filtre", `${location.pathname} ${evenement.target.id}`);
        } catch {
          // The focus will start at the top of the page: acceptable.
        }
        formulaire.requestSubmit ? formulaire.requestSubmit() : formulaire.submit();
      }, 350);
    });
  }

  try {
    const [chemin, id] = (sessionStorage.getItem("faireavec.filtre") ?? "").split(" ");
    sessionStorage.removeItem("faireavec.filtre");
    if (id && chemin === location.pathname) {
      document.getElementById(id)?.focus();
    }
  } catch {
    // Same as above.
  }
}
