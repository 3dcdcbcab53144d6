// The map itself: Leaflet, our base layer, markers that a keyboard reaches. Loaded by plan.mjs on demand.
import * as L from "leaflet/dist/leaflet-src.esm.js";

/** Replaces the waiting block by the map. Throws when the places can't be read; the caller then says so. */
export async function ouvrir(plan) {
  const d = plan.dataset;
  const [lieux, fond] = await Promise.all([json(d.geojson), d.fond ? json(d.fond) : null]);
  await feuille(d.feuille);

  const toile = document.createElement("div");
  toile.className = "fa-plan__toile";
  toile.setAttribute("role", "region");
  toile.setAttribute("aria-label", d.libelle);
  plan.append(toile);

  const carte = L.map(toile, { scrollWheelZoom: false, attributionControl: Boolean(d.attribution), zoomControl: false });
  carte.attributionControl?.setPrefix(false);
  L.control.zoom({ zoomInTitle: d.zoomPlus, zoomOutTitle: d.zoomMoins }).addTo(carte);
  if (d.tuiles) {
    L.tileLayer(d.tuiles, { maxZoom: 19, attribution: texte(d.attribution) }).addTo(carte);
  } else if (d.attribution) {
    carte.attributionControl.addAttribution(texte(d.attribution));
  }
  if (fond) {
    // Colours come from the style sheet, so that they follow the theme.
    L.geoJSON(fond, { interactive: false, style: { className: `fa-plan__fond${d.tuiles ? " fa-plan__fond--vide" : ""}`, weight: 1 } }).addTo(carte);
  }

  // On a phone the popup is as wide as the map lets it, with room for its close button, and comes under the buttons of the map; elsewhere, beside them.
  const etroit = toile.clientWidth < 480;
  const bulle = { maxWidth: Math.min(320, toile.clientWidth - 80), autoPanPaddingTopLeft: etroit ? [5, 112] : [66, 5] };
  const points = L.geoJSON(lieux, {
    pointToLayer: ({ properties: p }, place) =>
      L.marker(place, { icon: icone(p), keyboard: true, title: p.nom ?? "", alt: p.nom ?? "", riseOnHover: true, zIndexOffset: DESSUS[p.etat] ?? 0 }),
    onEachFeature: ({ properties: p }, couche) => couche.bindPopup(() => fiche(p), bulle),
  }).addTo(carte);

  carte.on("popupopen", ({ popup }) => auClavier(carte, popup, d.fermer));
  L.control.scale({ imperial: false }).addTo(carte);
  if (d.noms && !d.tuiles) {
    noms(carte, d.noms);
  }

  const bornes = points.getBounds();
  if (bornes.isValid()) {
    carte.fitBounds(bornes.pad(0.1), { maxZoom: 15 });
  } else {
    carte.setView([46.6, 2.4], 6);
  }
  legende(plan, lieux);
  toile.focus();
  return carte;
}

// Names of towns, the biggest first, where there is room for them. Without them a map of outlines says nothing to somebody who is lost.
function noms(carte, adresse) {
  const plan = carte.createPane("noms");
  plan.style.zIndex = 450;
  plan.style.pointerEvents = "none";
  const couche = L.layerGroup().addTo(carte);
  let tour = 0;
  carte.on("moveend", async () => {
    const moi = ++tour;
    const b = carte.getBounds();
    const borne = (valeur, max) => Math.max(-max, Math.min(max, valeur)).toFixed(2);
    const cadre = [borne(b.getWest(), 180), borne(b.getSouth(), 90), borne(b.getEast(), 180), borne(b.getNorth(), 90)].join(",");
    let communes;
    try {
      communes = await json(`${adresse}?bbox=${cadre}&limite=100`);
    } catch {
      return; // The map serves without its names.
    }
    if (moi !== tour) {
      return;
    }
    couche.clearLayers();
    const pris = [];
    for (const { geometry, properties } of communes.features) {
      const place = L.latLng(geometry.coordinates[1], geometry.coordinates[0]);
      const { x, y } = carte.latLngToContainerPoint(place);
      const largeur = properties.nom.length * 8 + 12;
      if (pris.some((p) => Math.abs(p.x - x) < (p.largeur + largeur) / 2 && Math.abs(p.y - y) < 24)) {
        continue;
      }
      pris.push({ x, y, largeur });
      const nom = document.createElement("span");
      nom.className = "fa-plan__nom";
      nom.textContent = properties.nom;
      L.marker(place, { pane: "noms", interactive: false, keyboard: false, icon: L.divIcon({ className: "fa-plan__etiquette", html: nom, iconSize: [0, 0] }) }).addTo(couche);
    }
  });
}

async function json(adresse) {
  const reponse = await fetch(adresse, { headers: { Accept: "application/geo+json, application/json" } });
  if (!reponse.ok) {
    throw new Error(`${adresse} : ${reponse.status}`);
  }
  return reponse.json();
}

function feuille(adresse) {
  if (document.querySelector(`link[href="${CSS.escape(adresse)}"]`)) {
    return Promise.resolve();
  }
  return new Promise((bien, mal) => {
    const lien = document.createElement("link");
    lien.rel = "stylesheet";
    lien.href = adresse;
    lien.onload = bien;
    lien.onerror = mal;
    document.head.append(lien);
  });
}

const ETATS = ["ouvert", "ferme", "inconnu"];

// Where places are close to each other, those where one can go now are seen first.
const DESSUS = { ouvert: 20000, inconnu: 10000 };

// What the colours mean, under the map: only the states that it shows.
function legende(plan, lieux) {
  const vus = ETATS.filter((etat) => lieux.features.some((f) => f.properties.etat === etat));
  if (vus.length === 0) {
    return;
  }
  const liste = document.createElement("ul");
  liste.className = "fa-plan__legende";
  for (const etat of vus) {
    const ligne = document.createElement("li");
    ligne.append(goutte({ etat }), plan.dataset[`legende${etat[0].toUpperCase()}${etat.slice(1)}`] ?? etat);
    liste.append(ligne);
  }
  plan.append(liste);
}

function icone(p) {
  return L.divIcon({ className: "fa-plan__repere", html: goutte(p), iconSize: [32, 44], iconAnchor: [16, 43], popupAnchor: [0, -38] });
}

// A drop drawn by DOM, in the theme's colours; the state is also written in the popup.
function goutte(p) {
  const espace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(espace, "svg");
  svg.setAttribute("viewBox", "0 0 32 44");
  svg.setAttribute("aria-hidden", "true");
  const forme = document.createElementNS(espace, "path");
  forme.setAttribute("d", "M16 43C8 31 2 24 2 16a14 14 0 0 1 28 0c0 8-6 15-14 27z");
  forme.setAttribute("class", `fa-plan__goutte${ETATS.includes(p.etat) ? ` fa-plan__goutte--${p.etat}` : ""}`);
  const centre = document.createElementNS(espace, "circle");
  for (const [nom, valeur] of Object.entries({ cx: 16, cy: 16, r: 5.5, class: "fa-plan__centre" })) {
    centre.setAttribute(nom, String(valeur));
  }
  svg.append(forme, centre);
  return svg;
}

// What Enter opens is read next, and Escape leads back to the marker; the popup stands elsewhere in the page.
function auClavier(carte, popup, fermer) {
  const [cadre, repere] = [popup.getElement(), popup._source?.getElement()];
  cadre.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", fermer);
  const retour = repere && repere === document.activeElement ? repere : null;
  if (retour) {
    cadre.querySelector("a, button")?.focus({ preventScroll: true });
  }
  // The popup is the same element each time that it opens.
  cadre.onkeydown = (evenement) => {
    if (evenement.key === "Escape") {
      carte.closePopup(popup);
      retour?.focus({ preventScroll: true });
    }
  };
}

// Data is put in the page as text, never as HTML.
function fiche(p) {
  const bloc = document.createElement("div");
  bloc.className = "fa-plan__fiche";
  const titre = document.createElement("p");
  titre.className = "fa-fort";
  if (p.url && /^(\/(?!\/)|https:\/\/)/.test(p.url)) {
    const lien = document.createElement("a");
    lien.href = p.url;
    lien.textContent = p.nom ?? p.url;
    titre.append(lien);
  } else {
    titre.textContent = p.nom ?? "";
  }
  bloc.append(titre);
  for (const ligne of [p.adresse, p.ouverture, p.detail]) {
    if (ligne) {
      const paragraphe = document.createElement("p");
      paragraphe.textContent = ligne;
      bloc.append(paragraphe);
    }
  }
  return bloc;
}

// Leaflet writes the attribution as HTML: give it escaped text.
function texte(brut) {
  const span = document.createElement("span");
  span.textContent = brut ?? "";
  return span.innerHTML;
}
