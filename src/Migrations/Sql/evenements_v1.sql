-- The outbox: an event, and one delivery per handler. Written in the transaction of the change that it tells.
CREATE TABLE noyau.evenements (
    id uuid PRIMARY KEY,
    nom text NOT NULL,
    charge jsonb NOT NULL,
    instant timestamptz NOT NULL,
    processus text NOT NULL
);
CREATE TABLE noyau.livraisons (
    evenement uuid NOT NULL REFERENCES noyau.evenements ON DELETE CASCADE,
    gestionnaire text NOT NULL,
    essais integer NOT NULL DEFAULT 0,
    prochain_essai timestamptz NOT NULL,
    livree_le timestamptz,
    morte_le timestamptz,
    erreur text,
    PRIMARY KEY (evenement, gestionnaire)
);
CREATE INDEX ix_livraisons_dues ON noyau.livraisons (prochain_essai) WHERE livree_le IS NULL AND morte_le IS NULL;
CREATE INDEX ix_livraisons_mortes ON noyau.livraisons (morte_le) WHERE morte_le IS NOT NULL;
GRANT SELECT, INSERT, DELETE ON noyau.evenements TO faireavec_app;
GRANT SELECT, INSERT, UPDATE ON noyau.livraisons TO faireavec_app;
