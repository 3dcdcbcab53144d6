#!/usr/bin/env python3
"""Makes the files of this folder again from their sources. Needs Python 3.9 or later and nothing else.

    preparer.py --decoupage DIR --hexasmal FILE --noms-2020 FILE --coordonnees FILE --contours FILE

--decoupage    the folder `data` of the npm package @etalab/decoupage-administratif
--hexasmal     postal codes of La Poste: code_insee,nom,code_postal,ligne_5,libelle_acheminement,latitude,longitude
--noms-2020    names of the communes of 2020: a CSV with the columns code_insee and nom_commune
--coordonnees  centres of the communes: a CSV with the columns code_insee,latitude,longitude
--contours     outlines of the départements: GeoJSON, properties code, nom, region

The same sources give the same bytes: rows are sorted and gzip keeps no date.
"""
import argparse
import csv
import gzip
import io
import json
import os
import re
import unicodedata
from collections import defaultdict

ICI = os.path.dirname(os.path.abspath(__file__))


def lire(chemin):
    with open(chemin, encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def ecrire_octets(nom, octets):
    with open(os.path.join(ICI, nom), "wb") as f:
        with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=f, mtime=0) as g:
            g.write(octets)


def ecrire(nom, colonnes, lignes):
    sortie = io.StringIO()
    w = csv.writer(sortie, lineterminator="\n")
    w.writerow(colonnes)
    w.writerows(lignes)
    ecrire_octets(nom, sortie.getvalue().encode("utf-8"))
    print(f"{nom}: {len(lignes)} lignes")


def cle(texte):
    t = texte.lower().replace("œ", "oe").replace("æ", "ae")
    t = "".join(c for c in unicodedata.normalize("NFKD", t) if not unicodedata.combining(c))
    mots = re.sub(r"[^a-z0-9]+", " ", t).split()
    return " ".join({"st": "saint", "ste": "sainte"}.get(m, m) for m in mots)


# Names that none of the sources has, still said by people: commune, name, what changed it.
RENOMMEES = [
    ("51108", "Châlons-sur-Marne"),  # Châlons-en-Champagne since 1998
]

# What people call them: the chief town of a commune that has another name, the island, the name in Corsican.
D_USAGE = [
    ("2A004", "Aiacciu"),
    ("2A247", "Portivechju"),
    ("2A272", "Sartè"),
    ("2B096", "Corti"),
    ("97701", "Gustavia"),
    ("98613", "Mata-Utu"),
    ("98613", "Wallis"),
]

PETITS = {"de", "du", "des", "la", "le", "les", "sur", "sous", "en", "et", "au", "aux", "lez", "pres", "dans", "par"}


def en_minuscules(texte):
    """« ST RAINIER DE BALAGNE » → « Saint Rainier de Balagne ». La Poste writes without accents: none is invented."""
    mots = []
    for i, m in enumerate(texte.split()):
        b = m.lower()
        b = {"st": "saint", "ste": "sainte"}.get(b, b)
        mots.append(b if i and (b in PETITS or b in ("l", "d")) else b[:1].upper() + b[1:])
    return re.sub(r"\b([LD]|[ld]) (?=\w)", lambda x: x.group(1) + "'", " ".join(mots)) if mots else ""


def arrondir(x):
    return "" if x in ("", None) else f"{float(x):.5f}".rstrip("0").rstrip(".")


def main():
    p = argparse.ArgumentParser()
    for o in ("decoupage", "hexasmal", "noms-2020", "coordonnees", "contours"):
        p.add_argument("--" + o, required=True)
    a = p.parse_args()

    def paquet(n):
        with open(os.path.join(a.decoupage, n), encoding="utf-8") as f:
            return json.load(f)

    tout = paquet("communes.json")
    coord = {r["code_insee"]: (r["latitude"], r["longitude"]) for r in lire(a.coordonnees)}
    epci = paquet("epci.json")
    epci_de = {m["code"]: e["code"] for e in epci for m in e["membres"]}
    actuelles = {c["code"]: c for c in tout if c["type"] in ("commune-actuelle", "arrondissement-municipal")}

    lignes = []
    for code, c in sorted(actuelles.items()):
        mere = c.get("commune", "")
        lat, lon = coord.get(code, ("", ""))
        lignes.append([code, c["nom"], mere, c["departement"], c["region"], epci_de.get(mere or code, ""),
                       "|".join(sorted(c.get("codesPostaux", []))), c.get("population", ""), arrondir(lat), arrondir(lon)])
    ecrire("communes-2026.csv.gz",
           ["code_insee", "nom", "commune_mere", "departement", "region", "epci", "codes_postaux", "population", "latitude", "longitude"], lignes)

    ecrire("epci-2026.csv.gz", ["code", "nom", "type", "population", "nb_membres"],
           [[e["code"], e["nom"], e["type"], e.get("populationTotale", ""), len(e["membres"])] for e in sorted(epci, key=lambda e: e["code"])])

    with open(a.contours, encoding="utf-8") as f:
        contours = json.load(f)
    points = defaultdict(set)
    for f in contours["features"]:
        g = f["geometry"]
        polygones = [g["coordinates"]] if g["type"] == "Polygon" else g["coordinates"]
        legers = []
        for polygone in polygones:
            anneaux = []
            for anneau in polygone:
                leger = []
                for x, y in anneau:
                    points[(x, y)].add(f["properties"]["code"])
                    q = [round(x, 3), round(y, 3)]
                    if not leger or leger[-1] != q:
                        leger.append(q)
                if len(leger) >= 4:
                    anneaux.append(leger)
            if anneaux:
                legers.append(anneaux)
        g["type"], g["coordinates"] = "MultiPolygon", legers
    communs = defaultdict(lambda: defaultdict(int))
    for codes in points.values():
        for x in codes:
            for y in codes - {x}:
                communs[x][y] += 1
    contours["features"].sort(key=lambda f: f["properties"]["code"])
    ecrire_octets("departements-naturalearth.geojson.gz", json.dumps(contours, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))

    # The seat of the Terres australes is Saint-Pierre of La Réunion; the package says Saint-Pierre of Saint-Pierre-et-Miquelon.
    siege = {"984": "97416"}
    ecrire("departements-2026.csv.gz", ["code", "nom", "region", "chef_lieu", "zone", "voisins"],
           [[d["code"], d["nom"], d["region"], siege.get(d["code"], d["chefLieu"]), d["zone"],
             # One common point is a corner, not a border.
             "|".join(sorted(v for v, n in communs[d["code"]].items() if n >= 2))]
            for d in sorted(paquet("departements.json"), key=lambda d: d["code"])])
    ecrire("regions-2026.csv.gz", ["code", "nom", "chef_lieu", "zone"],
           [[r["code"], r["nom"], siege.get(r["code"], r["chefLieu"]), r["zone"]] for r in sorted(paquet("regions.json"), key=lambda r: r["code"])])

    # Former codes and names. `anciensCodes` says which commune of today holds a code that is no longer in force.
    actuelle = {ancien: c["code"] for c in tout for ancien in c.get("anciensCodes", []) if c["type"] == "commune-actuelle"}
    for c in tout:
        if "chefLieu" in c and c["code"] not in actuelles:
            actuelle.setdefault(c["code"], c["chefLieu"])
    noms = []
    vus = {(code, cle(c["nom"])) for code, c in actuelles.items()}

    def ajouter(ancien, nom, commune, nature, code_postal=""):
        if nom and (commune, cle(nom)) in vus:
            nom = ""
        if not nom and not ancien:
            return
        vus.add((commune, cle(nom)))
        noms.append([ancien, nom, commune, nature, code_postal])

    nom_2020 = {r["code_insee"]: r["nom_commune"] for r in lire(a.noms_2020)}
    nature_de = {c["code"]: (c["nom"], c["type"].replace("commune-", "")) for c in tout if "chefLieu" in c}
    for code, (nom, nature) in sorted(nature_de.items()):
        if code in actuelles:
            ajouter("", nom, code, nature)
    for ancien, commune in sorted(actuelle.items()):
        nom, nature = nature_de.get(ancien, (nom_2020.get(ancien, ""), "fusionnee"))
        ajouter(ancien, nom, commune, nature)
    for code, nom in sorted(nom_2020.items()):
        if code in actuelles:
            ajouter("", nom, code, "ancien-nom")

    for code, nom in RENOMMEES:
        ajouter("", nom, code, "ancien-nom")
    for code, nom in D_USAGE:
        ajouter("", nom, code, "lieu-dit")

    hexasmal = lire(a.hexasmal)
    paires = {(cp, code): "2026" for code, c in actuelles.items() for cp in c.get("codesPostaux", [])}
    for r in sorted(hexasmal, key=lambda r: (r["code_insee"], r["code_postal"], r["ligne_5"], r["libelle_acheminement"])):
        commune = actuelle.get(r["code_insee"], r["code_insee"])
        if commune not in actuelles:
            continue  # Monaco
        paires.setdefault((r["code_postal"], commune), "2020")
        for nom in (r["ligne_5"], r["libelle_acheminement"], r["nom"]):
            # The old form of the arrondissements (« PARIS 13 ») is known without a list.
            if nom and not re.search(r"\d", nom):
                ajouter("", en_minuscules(nom), commune, "lieu-dit" if nom != r["nom"] else "ancien-nom", r["code_postal"])
    ecrire("codes-postaux.csv.gz", ["code_postal", "code_insee", "millesime"], [[cp, code, m] for (cp, code), m in sorted(paires.items())])
    ecrire("anciens-noms.csv.gz", ["ancien_code", "nom", "commune", "nature", "code_postal"], sorted(noms))


if __name__ == "__main__":
    main()
