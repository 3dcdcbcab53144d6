/** data-imprimer: prints the page. The button is hidden in HTML and shown here. */
export function impressions(racine) {
  for (const bouton of racine.querySelectorAll("[data-imprimer]")) {
    bouton.addEventListener("click", () => print());
    bouton.hidden = false;
  }
}

/** data-copier="text": copies it (or the page's address when empty) and says so in the live region beside the button. */
export function copies(racine) {
  if (!navigator.clipboard) {
    return;
  }
  for (const bouton of racine.querySelectorAll("[data-copier]")) {
    const dire = document.createElement("span");
    dire.setAttribute("role", "status");
    dire.className = "fa-petit";
    bouton.after(dire);
    bouton.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(bouton.dataset.copier || location.href);
        dire.textContent = bouton.dataset.fait;
      } catch {
        // What couldn't be copied is shown and chosen, so that it can be copied by hand.
        const champ = document.createElement("input");
        champ.className = "govuk-input";
        champ.readOnly = true;
        champ.value = bouton.dataset.copier || location.href;
        champ.setAttribute("aria-label", bouton.textContent.trim());
        dire.replaceChildren(bouton.dataset.rate);
        dire.nextElementSibling?.matches("[data-copie-a-la-main]") && dire.nextElementSibling.remove();
        champ.dataset.copieALaMain = "";
        dire.after(champ);
        champ.focus();
        champ.select();
      }
    });
    bouton.hidden = false;
  }
}

/** data-confirmer="question": asks before sending. Acts with consequences have their own page for that; this is a second belt. */
export function confirmations(racine) {
  racine.addEventListener("click", (evenement) => {
    const bouton = evenement.target.closest("[data-confirmer]");
    if (bouton && !confirm(bouton.dataset.confirmer)) {
      evenement.preventDefault();
      evenement.stopImmediatePropagation();
    }
  });
}

/** Stops a second click on the same button within a second: hands that tremble send twice. */
export function envoisUniques(racine) {
  racine.addEventListener("submit", (evenement) => {
    const formulaire = evenement.target;
    if (formulaire.dataset.envoye) {
      evenement.preventDefault();
      return;
    }
    formulaire.dataset.envoye = "oui";
    setTimeout(() => delete formulaire.dataset.envoye, 1000);
  });
}
