/**
 * data-brouillon="/address" on a form: what is typed is sent there a moment after the last change, and when the page is left, as a draft. The element with
 * data-brouillon-avis says so, in the words of data-brouillon-garde, or of data-brouillon-secret and data-brouillon-echec when it isn't. Nothing is sent before something changes, and never a field with data-hors-brouillon.
 * Without script a button does it.
 */
export function brouillons(racine) {
  for (const formulaire of racine.querySelectorAll("form[data-brouillon]")) {
    const avis = formulaire.querySelector("[data-brouillon-avis]");
    let attente;
    let change = false;
    const donnees = () => {
      const corps = new URLSearchParams(new FormData(formulaire));
      // A secret isn't kept in a draft: it isn't sent for it either.
      for (const secret of formulaire.querySelectorAll("[data-hors-brouillon]")) {
        corps.delete(secret.name);
      }
      corps.set("auto", "true");
      return corps;
    };
    const dire = (texte) => {
      if (avis && texte) {
        avis.textContent = texte;
      }
    };
    const garder = async () => {
      change = false;
      try {
        const reponse = await fetch(formulaire.dataset.brouillon, { method: "POST", body: donnees() });
        if (reponse.ok && avis) {
          avis.textContent = `${formulaire.dataset.brouillonGarde} ${new Intl.DateTimeFormat("fr", { hour: "numeric", minute: "2-digit" }).format(new Date())}`;
        } else if (reponse.status === 422) {
          dire(formulaire.dataset.brouillonSecret);
        } else if (!reponse.ok) {
          change = true;
          dire(formulaire.dataset.brouillonEchec);
        }
      } catch {
        // The network is away: the next change tries again.
        change = true;
        dire(formulaire.dataset.brouillonEchec);
      }
    };
    const noter = () => {
      change = true;
      clearTimeout(attente);
      attente = setTimeout(garder, 2000);
    };
    formulaire.addEventListener("input", noter);
    formulaire.addEventListener("change", noter);
    formulaire.addEventListener("submit", () => {
      clearTimeout(attente);
      change = false;
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" && change) {
        clearTimeout(attente);
        change = false;
        navigator.sendBeacon(formulaire.dataset.brouillon, donnees());
      }
    });
  }
}
