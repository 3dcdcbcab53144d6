-- Work without network: devices, what they sent, the cards kept for them. Their owner's alone: neither a colleague, nor who manages, nor the support that looks
-- as somebody reads any of it. The keys hold device and owner together: nobody hangs anything on somebody else's device.
ALTER TABLE accompagnement.appareils
    ADD CONSTRAINT ck_appareils_dates CHECK (revoque_le >= inscrit_le);
ALTER TABLE accompagnement.envois
    ADD CONSTRAINT ck_envois_etat CHECK (etat IN ('Accepte', 'Depasse', 'Refuse', 'Conflit', 'Repris', 'Abandonne')),
    ADD CONSTRAINT ck_envois_genre CHECK (genre IN ('Activite', 'Presence', 'RendezVous', 'Carte')),
    -- What is settled keeps no content.
    ADD CONSTRAINT ck_envois_corps CHECK (corps IS NULL OR etat IN ('Refuse', 'Conflit')),
    ADD CONSTRAINT ck_envois_taille CHECK (octet_length(corps) <= 200000),
    ADD CONSTRAINT ck_envois_empreinte CHECK (octet_length(empreinte) = 32);

GRANT SELECT, INSERT, DELETE ON accompagnement.appareils TO faireavec_app;
GRANT UPDATE (nom, vu_le, version_de_l_application, revoque_le) ON accompagnement.appareils TO faireavec_app;
GRANT SELECT, INSERT ON accompagnement.envois TO faireavec_app;
GRANT UPDATE (etat, corps, decide_le) ON accompagnement.envois TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON accompagnement.cartes_reservees TO faireavec_app;
GRANT UPDATE (donnee_le) ON accompagnement.cartes_reservees TO faireavec_app;

DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['appareils', 'envois', 'cartes_reservees'] LOOP
        EXECUTE format('ALTER TABLE accompagnement.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('CREATE POLICY pas_en_regardant ON accompagnement.%I AS RESTRICTIVE FOR ALL USING (NOT (SELECT noyau.a_role(''regard'')))', v_table);
    END LOOP;
END $$;

CREATE POLICY lire ON accompagnement.appareils FOR SELECT USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches', 'systeme:droits')));
CREATE POLICY inscrire ON accompagnement.appareils FOR INSERT WITH CHECK (
    compte = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()) AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')));
CREATE POLICY changer ON accompagnement.appareils FOR UPDATE USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:droits')));
CREATE POLICY purger ON accompagnement.appareils FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

CREATE POLICY lire ON accompagnement.envois FOR SELECT USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches', 'systeme:droits')));
CREATE POLICY recevoir ON accompagnement.envois FOR INSERT WITH CHECK (
    compte = (SELECT noyau.compte()) AND organisation = (SELECT noyau.organisation()) AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')));
CREATE POLICY decider ON accompagnement.envois FOR UPDATE USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches', 'systeme:droits')));

-- A number that is drawn is looked for among those kept for devices, in the context of people helped.
CREATE POLICY lire ON accompagnement.cartes_reservees FOR SELECT USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:personnes')));
CREATE POLICY reserver ON accompagnement.cartes_reservees FOR INSERT WITH CHECK (compte = (SELECT noyau.compte()) AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique')));
CREATE POLICY donner ON accompagnement.cartes_reservees FOR UPDATE USING (compte = (SELECT noyau.compte()));
CREATE POLICY rendre ON accompagnement.cartes_reservees FOR DELETE USING (compte = (SELECT noyau.compte()) AND donnee_le IS NULL);

-- Asked by a device where nobody is signed in: its id, drawn at random, is the secret. True: it was taken back, or isn't known any more.
CREATE FUNCTION accompagnement.appareil_a_effacer(p_appareil uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT NOT EXISTS (SELECT 1 FROM accompagnement.appareils WHERE id = p_appareil AND revoque_le IS NULL)
$$;
REVOKE ALL ON FUNCTION accompagnement.appareil_a_effacer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.appareil_a_effacer TO faireavec_app;
