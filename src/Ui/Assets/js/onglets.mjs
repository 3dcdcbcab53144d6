/** Tabs by the ARIA pattern: arrows, Home, End; the hash of the address chooses the tab. Without script they are links to sections. */
export function onglets(racine) {
  for (const bloc of racine.querySelectorAll("[data-onglets]")) {
    const liens = [...bloc.querySelectorAll(".govuk-tabs__tab")];
    const panneau = (lien) => document.getElementById(decodeURIComponent(lien.hash.slice(1)));
    if (liens.length === 0 || liens.some((lien) => !panneau(lien))) {
      continue;
    }

    const choisir = (choisi, focaliser = false) => {
      for (const lien of liens) {
        const actif = lien === choisi;
        lien.setAttribute("aria-selected", String(actif));
        lien.tabIndex = actif ? 0 : -1;
        panneau(lien).hidden = !actif;
      }
      if (focaliser) {
        choisi.focus();
      }
    };

    bloc.classList.add("fa-onglets--actifs");
    const liste = bloc.querySelector(".govuk-tabs__list");
    liste.setAttribute("role", "tablist");
    liste.setAttribute("aria-label", bloc.querySelector(".govuk-tabs__title").textContent.trim());
    for (const lien of liens) {
      lien.parentElement.setAttribute("role", "presentation");
      lien.setAttribute("role", "tab");
      lien.id ||= `onglet_${panneau(lien).id}`;
      lien.setAttribute("aria-controls", panneau(lien).id);
      panneau(lien).setAttribute("role", "tabpanel");
      panneau(lien).setAttribute("aria-labelledby", lien.id);
      panneau(lien).tabIndex = 0;
      lien.addEventListener("click", (evenement) => {
        evenement.preventDefault();
        choisir(lien, true);
        history.replaceState(history.state, "", lien.hash);
      });
      lien.addEventListener("keydown", (evenement) => {
        const sens = getComputedStyle(bloc).direction === "rtl" ? -1 : 1;
        const place = liens.indexOf(lien);
        const vers = {
          ArrowRight: place + sens,
          ArrowLeft: place - sens,
          Home: 0,
          End: liens.length - 1,
        }[evenement.key];
        if (vers !== undefined) {
          evenement.preventDefault();
          choisir(liens[(vers + liens.length) % liens.length], true);
        }
      });
    }

    const parAdresse = () => liens.find((lien) => lien.hash === location.hash);
    choisir(parAdresse() ?? liens.find((lien) => lien.matches("[data-choisi]")) ?? liens[0]);
    addEventListener("hashchange", () => parAdresse() && choisir(parAdresse()));
  }
}
