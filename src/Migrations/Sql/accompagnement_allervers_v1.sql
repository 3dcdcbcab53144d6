-- What is done outside the place: actions, partners, the people whom they sent, configurations. One's own; those of one's teams for their coordinator, who
-- changes nothing; nobody else's. No column holds somebody who was met.
ALTER TABLE accompagnement.actions_d_aller_vers
    ADD CHECK (duree BETWEEN 1 AND 1439),
    ADD CHECK (contactes BETWEEN 1 AND 5000),
    ADD CHECK (interesses BETWEEN 0 AND contactes),
    ADD CHECK (inscrits BETWEEN 0 AND coalesce(interesses, contactes)),
    ADD CHECK (venus BETWEEN 0 AND contactes),
    ADD CHECK (revenus BETWEEN 0 AND coalesce(venus, contactes)),
    ADD CHECK (engages BETWEEN 0 AND coalesce(venus, contactes)),
    ADD CHECK (relais BETWEEN 0 AND contactes),
    ADD CHECK (renonce_oui >= 0 AND renonce_non >= 0 AND renonce_ne_sait_pas >= 0 AND renonce_oui + renonce_non + renonce_ne_sait_pas <= contactes),
    ADD CHECK (faite_oui >= 0 AND faite_non >= 0 AND faite_ne_sait_pas >= 0 AND faite_oui + faite_non + faite_ne_sait_pas = renonce_oui),
    ADD CHECK (rappel_le IS NULL OR partenaire IS NOT NULL);
ALTER TABLE accompagnement.orientations_de_partenaires ADD CHECK (personnes BETWEEN 1 AND 500);
CREATE INDEX ix_actions_d_aller_vers_equipes ON accompagnement.actions_d_aller_vers USING gin (equipes);

GRANT SELECT, INSERT, UPDATE ON accompagnement.actions_d_aller_vers, accompagnement.partenaires_qui_orientent TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON accompagnement.orientations_de_partenaires TO faireavec_app;
-- Recorded once: a configuration is put away, never changed.
GRANT SELECT, INSERT ON accompagnement.configurations_d_aller_vers TO faireavec_app;
GRANT UPDATE (retiree_le) ON accompagnement.configurations_d_aller_vers TO faireavec_app;

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['actions_d_aller_vers', 'partenaires_qui_orientent', 'orientations_de_partenaires', 'configurations_d_aller_vers'] LOOP
        EXECUTE format('ALTER TABLE accompagnement.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format($p$
            CREATE POLICY lire ON accompagnement.%I FOR SELECT USING (
                auteur = (SELECT noyau.compte())
                OR ((SELECT noyau.a_role('coordinateur')) AND equipes && (SELECT noyau.equipes())::uuid[])
                OR (SELECT noyau.a_role('systeme:taches', 'systeme:demarrage')))$p$, t);
        EXECUTE format($p$
            CREATE POLICY ecrire ON accompagnement.%I FOR INSERT WITH CHECK (
                ((SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')) AND auteur = (SELECT noyau.compte()))
                OR (SELECT noyau.a_role('systeme:demarrage')))$p$, t);
        EXECUTE format('CREATE POLICY changer ON accompagnement.%I FOR UPDATE USING (auteur = (SELECT noyau.compte()))', t);
        EXECUTE format('CREATE POLICY retirer ON accompagnement.%I FOR DELETE USING (auteur = (SELECT noyau.compte()))', t);
    END LOOP;
END $$;
