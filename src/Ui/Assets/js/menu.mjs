/** The folded part of the menu closes on Escape, and when one presses or goes elsewhere. It is a <details>: it opens without this. */
export function menus(racine) {
  for (const menu of racine.querySelectorAll("[data-menu]")) {
    const fermer = () => (menu.open = false);
    menu.addEventListener("keydown", (evenement) => {
      if (evenement.key === "Escape" && menu.open) {
        fermer();
        menu.querySelector("summary").focus();
      }
    });
    menu.addEventListener("focusout", (evenement) => {
      if (evenement.relatedTarget && !menu.contains(evenement.relatedTarget)) {
        fermer();
      }
    });
    document.addEventListener("pointerdown", (evenement) => {
      if (!menu.contains(evenement.target)) {
        fermer();
      }
    });
  }
}
