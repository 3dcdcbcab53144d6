-- People helped: who may follow them, their cards, what they want, two follow-ups that were one. Whoever manages, coordinates, pays, supports or runs the
-- platform reads none of it; whoever looks as a médiateur ('regard') neither.
-- 'systeme:personnes': what a person does with their card, and what needs to see both sides at once (opening by a card, joining), in a scope of its own.

-- A follow-up is worth in the organisation that it was agreed to for, by who is a médiateur there today: it ends with leaving, at once.
CREATE OR REPLACE FUNCTION accompagnement.mes_personnes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT personne FROM accompagnement.suivis
    WHERE fin IS NULL AND compte = noyau.compte() AND organisation = noyau.organisation()
      AND noyau.a_role('mediateur', 'conseiller_numerique') AND NOT noyau.a_role('regard')
    UNION
    SELECT personne FROM accompagnement.suivis
    WHERE fin IS NULL AND compte IS NULL AND organisation = noyau.organisation()
      AND noyau.a_role('mediateur', 'conseiller_numerique') AND NOT noyau.a_role('regard')
$$;

-- Somebody new: nobody follows them nor ever did. Whoever knows an id can't open a follow-up by it.
CREATE FUNCTION accompagnement.sans_suivi(p_personne uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT NOT EXISTS (SELECT 1 FROM accompagnement.suivis WHERE personne = p_personne)
$$;
REVOKE ALL ON FUNCTION accompagnement.sans_suivi FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.sans_suivi TO faireavec_app;

-- The kept one of two follow-ups that were joined.
CREATE FUNCTION accompagnement.personne_retenue(p_personne uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT coalesce(fusionnee_dans, id) FROM accompagnement.personnes WHERE id = p_personne
$$;
GRANT EXECUTE ON FUNCTION accompagnement.personne_retenue TO faireavec_app;

-- The key of hashes (cards, contacts), closed by Data Protection: made by the first who asks, the same for all.
CREATE TABLE accompagnement.sel (seul boolean PRIMARY KEY DEFAULT true CHECK (seul), valeur bytea NOT NULL);
CREATE FUNCTION accompagnement.sel(p_nouveau bytea) RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    INSERT INTO accompagnement.sel (valeur) VALUES (p_nouveau) ON CONFLICT DO NOTHING;
    RETURN (SELECT valeur FROM accompagnement.sel);
END $$;
REVOKE ALL ON FUNCTION accompagnement.sel FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.sel TO faireavec_app;

-- People. One that was joined to another is seen by who follows the kept one: its id leads there.
DROP POLICY lire ON accompagnement.personnes;
DROP POLICY ouvrir ON accompagnement.personnes;
DROP POLICY changer ON accompagnement.personnes;
ALTER TABLE accompagnement.personnes
    ADD CONSTRAINT ck_personnes_identite CHECK (niveau = 'Suivie' OR (prenom IS NULL AND nom IS NULL AND telephone_ferme IS NULL AND courriel_ferme IS NULL AND notes IS NULL)),
    ADD CONSTRAINT ck_personnes_fusion CHECK (fusionnee_dans <> id);
CREATE POLICY lire ON accompagnement.personnes FOR SELECT USING (
    id IN (SELECT accompagnement.mes_personnes()) OR fusionnee_dans IN (SELECT accompagnement.mes_personnes())
    OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY ouvrir ON accompagnement.personnes FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique')) AND NOT (SELECT noyau.a_role('regard')) AND organisation = (SELECT noyau.organisation()))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.personnes FOR UPDATE USING (
    id IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches')));

-- Follow-ups: somebody new, somebody whom one follows already and who agrees to a colleague, or somebody who gave their card.
DROP POLICY ouvrir ON accompagnement.suivis;
DROP POLICY lire ON accompagnement.suivis;
DROP POLICY finir ON accompagnement.suivis;
REVOKE UPDATE ON accompagnement.suivis FROM faireavec_app;
GRANT UPDATE (personne, fin, motif) ON accompagnement.suivis TO faireavec_app;
ALTER TABLE accompagnement.suivis ADD CONSTRAINT ck_suivis_ordre CHECK (fin >= debut), ADD CONSTRAINT ck_suivis_motif CHECK ((fin IS NULL) = (motif IS NULL));
-- Once at a time.
CREATE UNIQUE INDEX ux_suivis_ouverts ON accompagnement.suivis (personne, organisation, compte) NULLS NOT DISTINCT WHERE fin IS NULL;
CREATE POLICY lire ON accompagnement.suivis FOR SELECT USING (
    personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY ouvrir ON accompagnement.suivis FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique')) AND NOT (SELECT noyau.a_role('regard')) AND organisation = (SELECT noyau.organisation())
        AND (personne IN (SELECT accompagnement.mes_personnes()) OR accompagnement.sans_suivi(personne)))
    OR (SELECT noyau.a_role('systeme:personnes', 'systeme:demarrage')));
CREATE POLICY finir ON accompagnement.suivis FOR UPDATE USING (
    personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches')));

-- Cards: their numbers are shown to who follows. They are looked for by number and secret together, in the system context.
GRANT SELECT, INSERT ON accompagnement.cartes TO faireavec_app;
GRANT UPDATE (personne, finie_le, fin) ON accompagnement.cartes TO faireavec_app;
ALTER TABLE accompagnement.cartes ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.cartes ADD CONSTRAINT ck_cartes_fin CHECK ((finie_le IS NULL) = (fin IS NULL));
CREATE POLICY lire ON accompagnement.cartes FOR SELECT USING (
    personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY donner ON accompagnement.cartes FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique')) AND NOT (SELECT noyau.a_role('regard'))
        AND (personne IN (SELECT accompagnement.mes_personnes()) OR accompagnement.sans_suivi(personne)))
    OR (SELECT noyau.a_role('systeme:personnes', 'systeme:demarrage')));
CREATE POLICY finir ON accompagnement.cartes FOR UPDATE USING (
    personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches')));

-- Counters of failures: nobody's to read.
GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.freins_des_cartes TO faireavec_app;
ALTER TABLE accompagnement.freins_des_cartes ENABLE ROW LEVEL SECURITY;
CREATE POLICY systeme ON accompagnement.freins_des_cartes USING ((SELECT noyau.a_role('systeme:personnes', 'systeme:taches')));

-- What a person wants.
GRANT SELECT, INSERT ON accompagnement.objectifs_des_personnes TO faireavec_app;
GRANT UPDATE (personne, texte, etat, etat_depuis, motif) ON accompagnement.objectifs_des_personnes TO faireavec_app;
ALTER TABLE accompagnement.objectifs_des_personnes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.objectifs_des_personnes FOR SELECT USING (
    personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches', 'systeme:demarrage')));
CREATE POLICY ecrire ON accompagnement.objectifs_des_personnes FOR INSERT WITH CHECK (
    personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.objectifs_des_personnes FOR UPDATE USING (
    personne IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches')));

-- Joinings: ids only. Written in the system context, after the page has checked that both are followed.
GRANT SELECT, INSERT ON accompagnement.fusions_de_personnes TO faireavec_app;
GRANT UPDATE (defaite_le, defaite_par) ON accompagnement.fusions_de_personnes TO faireavec_app;
ALTER TABLE accompagnement.fusions_de_personnes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.fusions_de_personnes FOR SELECT USING (
    cible IN (SELECT accompagnement.mes_personnes()) OR (SELECT noyau.a_role('systeme:personnes', 'systeme:droits', 'systeme:taches')));
CREATE POLICY reunir ON accompagnement.fusions_de_personnes FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:personnes')));
CREATE POLICY defaire ON accompagnement.fusions_de_personnes FOR UPDATE USING ((SELECT noyau.a_role('systeme:personnes')));

-- Joining moves acts of all their authors, and an act that both had counts one person less.
CREATE POLICY personnes ON accompagnement.accompagnements USING ((SELECT noyau.a_role('systeme:personnes')));
CREATE POLICY personnes_lire ON accompagnement.activites FOR SELECT USING ((SELECT noyau.a_role('systeme:personnes')));
CREATE POLICY personnes_changer ON accompagnement.activites FOR UPDATE USING ((SELECT noyau.a_role('systeme:personnes')));

-- Nobody looks at people helped through somebody else's screen.
DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['personnes', 'suivis', 'cartes', 'objectifs_des_personnes', 'fusions_de_personnes', 'accompagnements'] LOOP
        EXECUTE format('CREATE POLICY pas_en_regardant ON accompagnement.%I AS RESTRICTIVE FOR ALL USING (NOT (SELECT noyau.a_role(''regard'')))', v_table);
    END LOOP;
END $$;

-- What was done with somebody, by whoever did it: day, place, themes, what comes next. Never the notes of who did it. For who follows them, and for
-- the system when the person reads or takes what is kept of them.
CREATE FUNCTION accompagnement.actes_de(p_personne uuid) RETURNS TABLE (activite uuid, jour date, type text, duree integer, type_de_lieu text, lieu text, commune text, thematiques text[], demarche text, titre text, suite text, auteur uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT a.id, a.jour, a.type::text, a.duree, a.type_de_lieu::text, a.lieu::text, a.commune::text, a.thematiques, a.demarche::text, a.titre::text, a.suite::text, a.auteur
    FROM accompagnement.accompagnements x JOIN accompagnement.activites a ON a.id = x.activite
    WHERE x.personne = p_personne AND a.supprimee_le IS NULL
      AND (noyau.a_role('systeme:personnes', 'systeme:droits') OR p_personne IN (SELECT accompagnement.mes_personnes()))
$$;
REVOKE ALL ON FUNCTION accompagnement.actes_de FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.actes_de TO faireavec_app;
