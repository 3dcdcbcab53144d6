/**
 * data-raccourci="m": the key M clicks that button. Only where the page offers the setting data-raccourcis="key of the setting", a box that turns them
 * off (WCAG 2.1.4); never while one types, never with Ctrl, Alt or Meta. The keys shown beside the buttons (data-raccourci-touche) appear with them.
 */
export function raccourcis(racine) {
  const reglage = racine.querySelector("[data-raccourcis]");
  const boite = reglage?.querySelector("input[type=checkbox]");
  if (!boite) {
    return;
  }
  const cle = reglage.dataset.raccourcis;
  let actifs = true;
  try {
    actifs = localStorage.getItem(cle) !== "non";
  } catch {
    // The choice isn't kept from one page to the next: acceptable.
  }
  const montrer = () => {
    boite.checked = actifs;
    for (const touche of racine.querySelectorAll("[data-raccourci-touche]")) {
      touche.hidden = !actifs;
    }
  };
  boite.addEventListener("change", () => {
    actifs = boite.checked;
    try {
      localStorage.setItem(cle, actifs ? "oui" : "non");
    } catch {
      // Same as above.
    }
    montrer();
  });
  racine.addEventListener("keydown", (evenement) => {
    const ecrit = evenement.target instanceof Element && evenement.target.closest("textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio])");
    if (!actifs || ecrit || evenement.repeat || evenement.defaultPrevented || evenement.ctrlKey || evenement.altKey || evenement.metaKey || evenement.key.length !== 1) {
      return;
    }
    const bouton = racine.querySelector(`[data-raccourci="${CSS.escape(evenement.key.toLowerCase())}"]`);
    if (bouton) {
      evenement.preventDefault();
      bouton.click();
    }
  });
  reglage.hidden = false;
  montrer();
}
