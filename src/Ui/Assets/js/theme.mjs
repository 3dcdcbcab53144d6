const cle = "faireavec.theme";

/** Buttons clair / sombre / auto. The block is hidden in HTML and shown here, since it can't work without script. */
export function theme(racine) {
  if (lire()) {
    appliquer(lire());
  }
  for (const bloc of racine.querySelectorAll("[data-theme-choix]")) {
    const boutons = [...bloc.querySelectorAll("button[data-theme-valeur]")];
    const montrer = () => {
      for (const bouton of boutons) {
        bouton.setAttribute("aria-pressed", String(bouton.dataset.themeValeur === (lire() ?? "auto")));
      }
    };
    for (const bouton of boutons) {
      bouton.addEventListener("click", () => {
        ecrire(bouton.dataset.themeValeur);
        appliquer(lire());
        montrer();
      });
    }
    montrer();
    bloc.hidden = false;
  }
}

function appliquer(valeur) {
  if (valeur === "clair" || valeur === "sombre") {
    document.documentElement.dataset.theme = valeur;
  } else {
    delete document.documentElement.dataset.theme;
  }
}

// Storage may be refused (private window, strict settings): the choice then lasts for the page.
function lire() {
  try {
    return localStorage.getItem(cle) ?? lire.memoire;
  } catch {
    return lire.memoire;
  }
}

function ecrire(valeur) {
  lire.memoire = valeur;
  try {
    localStorage.setItem(cle, valeur);
  } catch {
    // Nothing to do: lire.memoire holds it.
  }
}
