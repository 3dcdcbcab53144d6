-- Small tables of the kernel.
CREATE TABLE noyau.cles_protection (
    nom text PRIMARY KEY,
    xml text NOT NULL
);
CREATE TABLE noyau.taches_echouees (
    id uuid PRIMARY KEY,
    tache text NOT NULL,
    instant timestamptz NOT NULL,
    essais integer NOT NULL,
    erreur text NOT NULL,
    relancee_le timestamptz
);
-- What was loaded from the files shipped with the product: loaded again only when the file changes.
CREATE TABLE noyau.donnees_chargees (
    nom text PRIMARY KEY,
    empreinte text NOT NULL,
    chargee_le timestamptz NOT NULL
);
GRANT USAGE ON SCHEMA noyau TO faireavec_app;
GRANT SELECT, INSERT ON noyau.cles_protection TO faireavec_app;
GRANT SELECT, INSERT, UPDATE ON noyau.taches_echouees TO faireavec_app;
GRANT SELECT ON noyau.donnees_chargees, noyau.parametres TO faireavec_app;
-- A server started without the owner's connection looks whether migrations are missing.
GRANT SELECT ON noyau.migrations TO faireavec_app;
