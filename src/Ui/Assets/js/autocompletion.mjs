// Suggestions under a text field, by the ARIA combobox pattern (list autocomplete, manual selection).
// The address answers JSON: [{ "valeur": "42218", "libelle": "Saint-Étienne", "detail": "42000" }]. Without script, the field is a plain text field.
const attente = 200;

export function autocompletions(racine) {
  for (const champ of racine.querySelectorAll("input[data-autocompletion]")) {
    installer(champ);
  }
}

function installer(champ) {
  const adresse = champ.dataset.autocompletion;
  const minimum = Number(champ.dataset.minimum ?? 2);
  const cache = document.getElementById(champ.dataset.valeurDans ?? "");

  const cadre = document.createElement("div");
  cadre.className = "fa-autocompletion";
  champ.before(cadre);
  const liste = document.createElement("ul");
  liste.id = `${champ.id}_liste`;
  liste.className = "fa-autocompletion__liste";
  liste.setAttribute("role", "listbox");
  liste.setAttribute("aria-label", champ.labels?.[0]?.textContent.trim() ?? "");
  liste.hidden = true;
  const dire = document.createElement("span");
  dire.className = "fa-cache";
  dire.setAttribute("role", "status");
  cadre.append(champ, liste, dire);

  champ.setAttribute("role", "combobox");
  champ.setAttribute("aria-autocomplete", "list");
  champ.setAttribute("aria-controls", liste.id);
  champ.setAttribute("aria-expanded", "false");
  champ.autocomplete = "off";

  let choix = [];
  let actif = -1;
  let minuterie;
  let requete;

  const fermer = () => {
    clearTimeout(minuterie);
    requete?.abort();
    liste.hidden = true;
    actif = -1;
    champ.setAttribute("aria-expanded", "false");
    champ.removeAttribute("aria-activedescendant");
  };

  const viser = (place) => {
    actif = place;
    [...liste.children].forEach((option, i) => {
      option.setAttribute("aria-selected", String(i === actif));
    });
    if (actif < 0) {
      champ.removeAttribute("aria-activedescendant");
    } else {
      champ.setAttribute("aria-activedescendant", liste.children[actif].id);
      liste.children[actif].scrollIntoView({ block: "nearest" });
    }
  };

  const prendre = (place) => {
    const element = choix[place];
    champ.value = element.libelle;
    if (cache) {
      cache.value = element.valeur ?? "";
    }
    fermer();
    dire.textContent = champ.dataset.pris.replace("{0}", element.libelle);
    champ.dispatchEvent(new CustomEvent("faireavec:choix", { bubbles: true, detail: element }));
  };

  const montrer = (elements) => {
    choix = elements;
    actif = -1;
    champ.removeAttribute("aria-activedescendant");
    liste.replaceChildren(
      ...elements.map((element, i) => {
        const option = document.createElement("li");
        option.id = `${champ.id}_option_${i}`;
        option.className = "fa-autocompletion__option";
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.append(element.libelle);
        if (element.detail) {
          const detail = document.createElement("small");
          detail.textContent = element.detail;
          option.append(" ", detail);
        }
        // mousedown, not click: the field must keep the focus.
        option.addEventListener("mousedown", (evenement) => {
          evenement.preventDefault();
          prendre(i);
        });
        return option;
      }),
    );
    liste.hidden = elements.length === 0;
    champ.setAttribute("aria-expanded", String(elements.length > 0));
    dire.textContent =
      elements.length === 0 ? champ.dataset.aucun : (elements.length === 1 ? champ.dataset.un : champ.dataset.plusieurs).replace("{0}", String(elements.length));
  };

  const chercher = async () => {
    const texte = champ.value.trim();
    requete?.abort();
    if (texte.length < minimum) {
      fermer();
      return;
    }
    requete = new AbortController();
    const { signal } = requete;
    try {
      const url = new URL(adresse, location.href);
      url.searchParams.set(champ.dataset.parametre ?? "q", texte);
      const reponse = await fetch(url, { signal, headers: { Accept: "application/json" } });
      if (!reponse.ok) {
        throw new Error(String(reponse.status));
      }
      const elements = await reponse.json();
      if (!signal.aborted && document.activeElement === champ) {
        montrer(elements.slice(0, 8));
      }
    } catch (erreur) {
      // Off line or refused: the field stays a text field.
      if (erreur.name !== "AbortError") {
        fermer();
      }
    }
  };

  champ.addEventListener("input", () => {
    if (cache) {
      cache.value = "";
    }
    clearTimeout(minuterie);
    minuterie = setTimeout(chercher, attente);
  });
  champ.addEventListener("blur", fermer);
  champ.addEventListener("keydown", (evenement) => {
    if (evenement.key === "ArrowDown" || evenement.key === "ArrowUp") {
      evenement.preventDefault();
      if (liste.hidden) {
        chercher();
      } else {
        const pas = evenement.key === "ArrowDown" ? 1 : -1;
        const tours = choix.length + 1;
        viser(((actif + 1 + pas + tours) % tours) - 1);
      }
    } else if (evenement.key === "Enter" && actif >= 0) {
      evenement.preventDefault();
      prendre(actif);
    } else if (evenement.key === "Escape" && !liste.hidden) {
      evenement.preventDefault();
      fermer();
    }
  });
}
