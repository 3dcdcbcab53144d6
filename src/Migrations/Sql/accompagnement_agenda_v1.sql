-- Agenda and bookings: what the database refuses whatever the code does. A médiateur is in one place at a time, a room holds one thing at a time, a seat
-- has one person, and a workshop no more seats than its capacity.
-- 'systeme:agenda': what a person does without an account, with the signed link of their booking, in a scope of its own.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Busy times, without names. Written by the triggers below alone.
ALTER TABLE accompagnement.occupations
    ADD CONSTRAINT ck_occupations_ordre CHECK (fin > debut),
    ADD CONSTRAINT ex_occupations_mediateur EXCLUDE USING gist (compte WITH =, tstzrange(debut, fin) WITH &&),
    ADD CONSTRAINT ex_occupations_salle EXCLUDE USING gist (salle WITH =, tstzrange(debut, fin) WITH &&) WHERE (salle IS NOT NULL);

ALTER TABLE accompagnement.disponibilites
    ADD CONSTRAINT ck_disponibilites_heures CHECK (a > de AND duree BETWEEN 5 AND 480 AND semaines IN (1, 2, 4)),
    ADD CONSTRAINT ck_disponibilites_dates CHECK (jusqua >= depuis);
ALTER TABLE accompagnement.absences ADD CONSTRAINT ck_absences_ordre CHECK (fin > debut);
ALTER TABLE accompagnement.salles ADD CONSTRAINT ck_salles_capacite CHECK (capacite BETWEEN 1 AND 500);
ALTER TABLE accompagnement.rendez_vous
    ADD CONSTRAINT ck_rendez_vous_ordre CHECK (fin > debut AND fin <= debut + interval '8 hours'),
    ADD CONSTRAINT ck_rendez_vous_etat CHECK (etat IN ('Pris', 'Honore', 'Absent', 'Annule', 'Deplace')),
    ADD CONSTRAINT ck_rendez_vous_annulation CHECK ((annulee_par IS NOT NULL) = (etat = 'Annule')),
    ADD CONSTRAINT ck_rendez_vous_tenue CHECK (tenue_jusqua IS NULL OR etat = 'Pris');
ALTER TABLE accompagnement.ateliers_prevus
    ADD CONSTRAINT ck_ateliers_prevus_ordre CHECK (fin > debut AND fin <= debut + interval '24 hours'),
    ADD CONSTRAINT ck_ateliers_prevus_capacite CHECK (capacite BETWEEN 1 AND 200),
    ADD CONSTRAINT ux_ateliers_prevus_capacite UNIQUE (id, capacite);

-- The last seat: its number is unique in the workshop (unique index) and at most the capacity, that each row repeats. A capacity that shrinks under a seat
-- that is taken is refused by the same check.
ALTER TABLE accompagnement.inscriptions
    ADD CONSTRAINT fk_inscriptions_capacite FOREIGN KEY (atelier, capacite) REFERENCES accompagnement.ateliers_prevus (id, capacite) ON UPDATE CASCADE ON DELETE CASCADE,
    ADD CONSTRAINT ck_inscriptions_place CHECK (place BETWEEN 1 AND capacite),
    ADD CONSTRAINT ck_inscriptions_etat CHECK ((place IS NOT NULL) = (etat IN ('Inscrite', 'Confirmee', 'Presente', 'Absente'))),
    ADD CONSTRAINT ck_inscriptions_tenue CHECK ((tenue_jusqua IS NOT NULL) = (etat = 'Inscrite')),
    ADD CONSTRAINT ck_inscriptions_annulation CHECK ((annulee_par IS NOT NULL) = (etat = 'Annulee'));

CREATE FUNCTION accompagnement.occuper_par_un_rendez_vous() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    IF NEW.etat IN ('Pris', 'Honore', 'Absent') THEN
        INSERT INTO accompagnement.occupations AS o (source, atelier, compte, organisation, lieu, salle, debut, fin, tenue_jusqua)
        VALUES (NEW.id, false, NEW.compte, NEW.organisation, NEW.lieu, NEW.salle, NEW.debut, NEW.fin, NEW.tenue_jusqua)
        ON CONFLICT (source) DO UPDATE SET tenue_jusqua = excluded.tenue_jusqua;
    ELSE
        DELETE FROM accompagnement.occupations WHERE source = NEW.id;
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION accompagnement.occuper_par_un_rendez_vous FROM PUBLIC;
CREATE TRIGGER occuper AFTER INSERT OR UPDATE OF etat, tenue_jusqua ON accompagnement.rendez_vous FOR EACH ROW EXECUTE FUNCTION accompagnement.occuper_par_un_rendez_vous();

CREATE FUNCTION accompagnement.occuper_par_un_atelier() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    IF NEW.annule_le IS NULL THEN
        INSERT INTO accompagnement.occupations (source, atelier, compte, organisation, lieu, salle, debut, fin)
        VALUES (NEW.id, true, NEW.compte, NEW.organisation, NEW.lieu, NEW.salle, NEW.debut, NEW.fin)
        ON CONFLICT (source) DO NOTHING;
    ELSE
        DELETE FROM accompagnement.occupations WHERE source = NEW.id;
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION accompagnement.occuper_par_un_atelier FROM PUBLIC;
CREATE TRIGGER occuper AFTER INSERT OR UPDATE OF annule_le ON accompagnement.ateliers_prevus FOR EACH ROW EXECUTE FUNCTION accompagnement.occuper_par_un_atelier();

-- An act that says from which appointment it comes tells that the person came: not asked again.
CREATE FUNCTION accompagnement.honorer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    UPDATE accompagnement.rendez_vous SET etat = 'Honore', tenue_jusqua = NULL, version = version + 1
    WHERE id = NEW.rendez_vous AND compte = NEW.auteur AND etat = 'Pris';
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION accompagnement.honorer FROM PUBLIC;
CREATE TRIGGER honorer AFTER INSERT ON accompagnement.activites FOR EACH ROW WHEN (NEW.rendez_vous IS NOT NULL) EXECUTE FUNCTION accompagnement.honorer();

-- Availability, rooms, absences: colleagues of the organisation read them; each one writes their own.
GRANT SELECT, INSERT, DELETE ON accompagnement.disponibilites, accompagnement.absences TO faireavec_app;
GRANT UPDATE (jusqua, en_ligne) ON accompagnement.disponibilites TO faireavec_app;
GRANT SELECT, INSERT ON accompagnement.salles TO faireavec_app;
GRANT UPDATE (fermee_le) ON accompagnement.salles TO faireavec_app;
GRANT SELECT, INSERT ON accompagnement.reglages_d_agenda TO faireavec_app;
GRANT UPDATE (en_ligne, delai_heures, horizon_jours) ON accompagnement.reglages_d_agenda TO faireavec_app;
GRANT SELECT ON accompagnement.occupations TO faireavec_app;
GRANT SELECT, INSERT, UPDATE ON accompagnement.rendez_vous, accompagnement.inscriptions TO faireavec_app;
GRANT SELECT, INSERT ON accompagnement.ateliers_prevus TO faireavec_app;
GRANT UPDATE (titre, description, capacite, en_ligne, annule_le, version) ON accompagnement.ateliers_prevus TO faireavec_app;

-- The organisation of whoever receives people there, or null: worked out once for a query, not for each row.
CREATE FUNCTION accompagnement.maison() RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT noyau.organisation() WHERE noyau.a_role('mediateur', 'conseiller_numerique')
$$;
GRANT EXECUTE ON FUNCTION accompagnement.maison TO faireavec_app;

DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['disponibilites', 'absences', 'ateliers_prevus'] LOOP
        EXECUTE format('ALTER TABLE accompagnement.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('CREATE POLICY lire ON accompagnement.%I FOR SELECT USING (compte = (SELECT noyau.compte()) OR organisation = (SELECT accompagnement.maison()) OR (SELECT noyau.a_role(''systeme:agenda'', ''systeme:taches'', ''systeme:evenements'', ''systeme:demarrage'')))', v_table);
        EXECUTE format('CREATE POLICY ecrire ON accompagnement.%I FOR INSERT WITH CHECK ((compte = (SELECT noyau.compte()) AND organisation = (SELECT accompagnement.maison())) OR (SELECT noyau.a_role(''systeme:demarrage'')))', v_table);
        EXECUTE format('CREATE POLICY changer ON accompagnement.%I FOR UPDATE USING (compte = (SELECT noyau.compte()))', v_table);
        EXECUTE format('CREATE POLICY retirer ON accompagnement.%I FOR DELETE USING (compte = (SELECT noyau.compte()))', v_table);
    END LOOP;
END $$;

ALTER TABLE accompagnement.salles ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.salles FOR SELECT USING (organisation = (SELECT accompagnement.maison()) OR (SELECT noyau.a_role('systeme:agenda', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY ecrire ON accompagnement.salles FOR INSERT WITH CHECK (organisation = (SELECT accompagnement.maison()) OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY fermer ON accompagnement.salles FOR UPDATE USING (organisation = (SELECT accompagnement.maison()));

ALTER TABLE accompagnement.reglages_d_agenda ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.reglages_d_agenda FOR SELECT USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:agenda', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY ecrire ON accompagnement.reglages_d_agenda FOR INSERT WITH CHECK (compte = (SELECT noyau.compte()) AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique')));
CREATE POLICY changer ON accompagnement.reglages_d_agenda FOR UPDATE USING (compte = (SELECT noyau.compte()));

ALTER TABLE accompagnement.occupations ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.occupations FOR SELECT USING (
    compte = (SELECT noyau.compte()) OR organisation = (SELECT accompagnement.maison()) OR (SELECT noyau.a_role('systeme:agenda', 'systeme:taches', 'systeme:demarrage')));

-- Who comes: the médiateur who receives them, and nobody else.
DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['rendez_vous', 'inscriptions'] LOOP
        EXECUTE format('ALTER TABLE accompagnement.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('CREATE POLICY lire ON accompagnement.%I FOR SELECT USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role(''systeme:agenda'', ''systeme:droits'', ''systeme:taches'', ''systeme:evenements'', ''systeme:demarrage'')))', v_table);
        EXECUTE format('CREATE POLICY ecrire ON accompagnement.%I FOR INSERT WITH CHECK ((compte = (SELECT noyau.compte()) AND organisation = (SELECT accompagnement.maison())) OR (SELECT noyau.a_role(''systeme:agenda'', ''systeme:demarrage'')))', v_table);
        EXECUTE format('CREATE POLICY changer ON accompagnement.%I FOR UPDATE USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role(''systeme:agenda'', ''systeme:droits'', ''systeme:taches'')))', v_table);
        EXECUTE format('CREATE POLICY pas_en_regardant ON accompagnement.%I AS RESTRICTIVE FOR ALL USING (NOT (SELECT noyau.a_role(''regard'')))', v_table);
    END LOOP;
END $$;


-- Places where somebody may book today: public, read at each page of a place.
CREATE FUNCTION accompagnement.lieux_reservables(p_jour date, p_instant timestamptz) RETURNS TABLE (lieu text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT d.lieu::text FROM accompagnement.disponibilites d LEFT JOIN accompagnement.reglages_d_agenda r ON r.compte = d.compte
    WHERE d.en_ligne AND coalesce(r.en_ligne, true) AND (d.jusqua IS NULL OR d.jusqua >= p_jour)
    UNION
    SELECT a.lieu::text FROM accompagnement.ateliers_prevus a LEFT JOIN accompagnement.reglages_d_agenda r ON r.compte = a.compte
    WHERE a.en_ligne AND coalesce(r.en_ligne, true) AND a.annule_le IS NULL AND a.debut > p_instant
$$;
REVOKE ALL ON FUNCTION accompagnement.lieux_reservables FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.lieux_reservables TO faireavec_app;

-- Who receives at a place, for whom: ids only, whose employment is then looked at.
CREATE FUNCTION accompagnement.qui_recoit(p_lieu text) RETURNS TABLE (compte uuid, organisation uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT d.compte, d.organisation FROM accompagnement.disponibilites d WHERE d.lieu = p_lieu AND d.en_ligne
    UNION
    SELECT a.compte, a.organisation FROM accompagnement.ateliers_prevus a WHERE a.lieu = p_lieu AND a.en_ligne AND a.annule_le IS NULL
$$;
REVOKE ALL ON FUNCTION accompagnement.qui_recoit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.qui_recoit TO faireavec_app;

INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES
    ('accompagnement.tenue_minutes', '2026-01-01', 15, 'Décision du projet : le temps de relire et de confirmer une réservation sans adresse'),
    ('accompagnement.tenue_courriel_minutes', '2026-01-01', 60, 'Décision du projet : le temps d’ouvrir le message qui confirme'),
    ('accompagnement.offre_heures', '2026-01-01', 12, 'Décision du projet : la place libérée est proposée douze heures au premier qui attend'),
    ('accompagnement.reservations_par_contact', '2026-01-01', 3, 'Décision du projet : trois réservations à venir par personne'),
    ('accompagnement.reservations_par_adresse', '2026-01-01', 10, 'Décision du projet : dix réservations en une heure depuis une connexion, qu’une salle entière partage');

-- Who comes is closed to who runs the platform.
INSERT INTO noyau.entites_fermees (entite) VALUES ('accompagnement.RendezVous'), ('accompagnement.Inscription');
