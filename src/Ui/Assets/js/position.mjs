// Geolocation, only when the person asks: position rounded to about 100 m, put in two hidden fields, form sent unless it asks something else.
const messages = { 1: "refus", 2: "indisponible", 3: "delai" };

export function positions(racine) {
  for (const bouton of racine.querySelectorAll("[data-geolocalisation]")) {
    if (!("geolocation" in navigator)) {
      continue;
    }
    bouton.hidden = false;
    const formulaire = bouton.form ?? bouton.closest("form");
    const dire = document.getElementById(bouton.dataset.message);
    const retour = document.getElementById(bouton.dataset.champ);

    bouton.addEventListener("click", () => {
      bouton.setAttribute("aria-disabled", "true");
      dire.textContent = dire.dataset.attente;
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          formulaire.elements.namedItem(bouton.dataset.latitude).value = coords.latitude.toFixed(3);
          formulaire.elements.namedItem(bouton.dataset.longitude).value = coords.longitude.toFixed(3);
          bouton.removeAttribute("aria-disabled");
          if (retour) {
            retour.value = "";
          }
          if ("sansEnvoi" in bouton.dataset) {
            // Another question waits in this form: its own button sends.
            dire.textContent = dire.dataset.trouvee;
            return;
          }
          formulaire.requestSubmit ? formulaire.requestSubmit() : formulaire.submit();
        },
        (erreur) => {
          bouton.removeAttribute("aria-disabled");
          dire.textContent = dire.dataset[messages[erreur.code] ?? "indisponible"];
          retour?.focus();
        },
        { enableHighAccuracy: false, maximumAge: 300_000, timeout: 10_000 },
      );
    });

    // A typed place wins over an old position.
    retour?.addEventListener("input", () => {
      for (const nom of [bouton.dataset.latitude, bouton.dataset.longitude]) {
        formulaire.elements.namedItem(nom).value = "";
      }
      dire.textContent = "";
    });
  }
}
