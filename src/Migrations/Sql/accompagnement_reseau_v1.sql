-- Labels, what is put off, mentors: what the database refuses whatever the code does.

-- Labels: one's own; those of the teams that one is in or was in, to go on reading one's acts; those of a team are made and changed by who coordinates it.
ALTER TABLE accompagnement.etiquettes
    ADD CHECK (portee IN ('Personnelle', 'Equipe')),
    ADD CHECK (reunie_dans IS NULL OR reunie_dans <> id),
    ADD CHECK (portee <> 'Personnelle' OR proprietaire = auteur);
CREATE INDEX ix_activites_etiquettes ON accompagnement.activites USING gin (etiquettes) WHERE etiquettes <> '{}';
GRANT SELECT, INSERT, DELETE ON accompagnement.etiquettes TO faireavec_app;
GRANT UPDATE (nom, nom_recherche, description, rangee_le, reunie_dans) ON accompagnement.etiquettes TO faireavec_app;
ALTER TABLE accompagnement.etiquettes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.etiquettes FOR SELECT USING (
    ((SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')) AND (
        proprietaire = (SELECT noyau.compte()) OR proprietaire = ANY ((SELECT noyau.equipes())::uuid[]) OR proprietaire IN (SELECT comptes.mes_attaches())))
    OR (SELECT noyau.a_role('systeme:droits', 'systeme:demarrage')));
CREATE POLICY creer ON accompagnement.etiquettes FOR INSERT WITH CHECK (
    (auteur = (SELECT noyau.compte()) AND (
        (portee = 'Personnelle' AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur')))
        OR (portee = 'Equipe' AND (SELECT noyau.a_role('coordinateur')) AND proprietaire = ANY ((SELECT noyau.equipes())::uuid[]))))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.etiquettes FOR UPDATE USING (
    (portee = 'Personnelle' AND proprietaire = (SELECT noyau.compte()))
    OR (portee = 'Equipe' AND (SELECT noyau.a_role('coordinateur')) AND proprietaire = ANY ((SELECT noyau.equipes())::uuid[])));
-- Erasing somebody takes their own labels away. A team's stays.
CREATE POLICY effacer ON accompagnement.etiquettes FOR DELETE USING (portee = 'Personnelle' AND (SELECT noyau.a_role('systeme:droits')));

-- Which of these labels an act of this author may take, and what each has become. Definer: an application that sends for somebody reads no label.
CREATE FUNCTION accompagnement.etiquettes_permises(p_compte uuid, p_organisation uuid, p_equipes uuid[], p_ids uuid[]) RETURNS TABLE (demandee uuid, retenue uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH RECURSIVE chaine AS (
        SELECT e.id AS demandee, e.id, e.proprietaire, e.rangee_le, e.reunie_dans FROM accompagnement.etiquettes e WHERE e.id = ANY (p_ids)
        UNION
        SELECT c.demandee, e.id, e.proprietaire, e.rangee_le, e.reunie_dans FROM chaine c JOIN accompagnement.etiquettes e ON e.id = c.reunie_dans)
    SELECT c.demandee, c.id FROM chaine c
    WHERE c.reunie_dans IS NULL AND c.rangee_le IS NULL
      AND (p_compte = noyau.compte() OR (noyau.a_role('client_api') AND p_organisation = noyau.organisation()))
      AND (c.proprietaire = p_compte OR c.proprietaire = ANY (p_equipes) OR (p_compte = noyau.compte() AND c.proprietaire = ANY (noyau.equipes())))
$$;
REVOKE ALL ON FUNCTION accompagnement.etiquettes_permises FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.etiquettes_permises TO faireavec_app;

-- Labels that count for the teams of who coordinates them: theirs, and those that somebody joined to them.
CREATE FUNCTION accompagnement.etiquettes_des_equipes() RETURNS TABLE (etiquette uuid, retenue uuid, nom text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH RECURSIVE c AS (
        SELECT e.id AS etiquette, e.id AS retenue, e.nom::text FROM accompagnement.etiquettes e
        WHERE noyau.a_role('coordinateur') AND e.portee = 'Equipe' AND e.proprietaire = ANY (noyau.equipes()) AND e.reunie_dans IS NULL
        UNION
        SELECT e.id, c.retenue, c.nom FROM c JOIN accompagnement.etiquettes e ON e.reunie_dans = c.etiquette)
    SELECT c.etiquette, c.retenue, c.nom FROM c
$$;
REVOKE ALL ON FUNCTION accompagnement.etiquettes_des_equipes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.etiquettes_des_equipes TO faireavec_app;

-- Counters by label, without the authors. Written by the trigger alone; it runs only for acts that have a label.
GRANT SELECT ON accompagnement.compteurs_d_etiquettes TO faireavec_app;
ALTER TABLE accompagnement.compteurs_d_etiquettes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.compteurs_d_etiquettes FOR SELECT USING (
    ((SELECT noyau.a_role('coordinateur')) AND equipes && (SELECT noyau.equipes())::uuid[] AND etiquette IN (SELECT d.etiquette FROM accompagnement.etiquettes_des_equipes() d))
    OR (SELECT noyau.a_role('systeme:taches')));

CREATE FUNCTION accompagnement.ajouter_aux_etiquettes(a accompagnement.activites, signe integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    INSERT INTO accompagnement.compteurs_d_etiquettes AS c (etiquette, jour, equipes, activites, accompagnements)
    -- Always in the same order: two acts at once never wait for each other in a circle.
    SELECT e, a.jour, a.equipes, signe, signe * (a.sans_nom + a.suivies) FROM (SELECT DISTINCT unnest(a.etiquettes) AS e ORDER BY 1) x
    ON CONFLICT (etiquette, jour, equipes) DO UPDATE SET activites = c.activites + excluded.activites, accompagnements = c.accompagnements + excluded.accompagnements
$$;
REVOKE ALL ON FUNCTION accompagnement.ajouter_aux_etiquettes FROM PUBLIC;
CREATE FUNCTION accompagnement.compter_les_etiquettes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.supprimee_le IS NULL THEN
        PERFORM accompagnement.ajouter_aux_etiquettes(OLD, -1);
    END IF;
    IF NEW.supprimee_le IS NULL THEN
        PERFORM accompagnement.ajouter_aux_etiquettes(NEW, 1);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER compter_les_etiquettes_ajout AFTER INSERT ON accompagnement.activites FOR EACH ROW
    WHEN (NEW.etiquettes <> '{}') EXECUTE FUNCTION accompagnement.compter_les_etiquettes();
CREATE TRIGGER compter_les_etiquettes_changement AFTER UPDATE ON accompagnement.activites FOR EACH ROW
    WHEN (NEW.etiquettes <> '{}' OR OLD.etiquettes <> '{}') EXECUTE FUNCTION accompagnement.compter_les_etiquettes();

-- Where these counters differ from the acts. Empty: they are right.
CREATE FUNCTION accompagnement.ecarts_des_etiquettes(p_du date, p_au date) RETURNS TABLE (etiquette uuid, jour date, compteur bigint, recompte bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH recompte AS (
        SELECT e AS etiquette, a.jour, a.equipes, count(*) AS activites, sum(a.sans_nom + a.suivies) AS accompagnements
        FROM accompagnement.activites a, LATERAL (SELECT DISTINCT unnest(a.etiquettes) AS e) x
        WHERE a.supprimee_le IS NULL AND a.jour BETWEEN p_du AND p_au AND a.etiquettes <> '{}' GROUP BY 1, 2, 3)
    SELECT coalesce(c.etiquette, r.etiquette), coalesce(c.jour, r.jour), v.compteur, v.recompte
    FROM (SELECT * FROM accompagnement.compteurs_d_etiquettes WHERE jour BETWEEN p_du AND p_au) c
    FULL JOIN recompte r ON (c.etiquette, c.jour, c.equipes) = (r.etiquette, r.jour, r.equipes)
    CROSS JOIN LATERAL (VALUES
        (coalesce(c.activites, 0)::bigint, coalesce(r.activites, 0)::bigint),
        (coalesce(c.accompagnements, 0)::bigint, coalesce(r.accompagnements, 0)::bigint)) v(compteur, recompte)
    WHERE v.compteur <> v.recompte
$$;
REVOKE ALL ON FUNCTION accompagnement.ecarts_des_etiquettes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.ecarts_des_etiquettes TO faireavec_app;

-- What is put off: each one's own. Past ones are purged.
GRANT SELECT, INSERT, UPDATE, DELETE ON accompagnement.remises_a_plus_tard TO faireavec_app;
ALTER TABLE accompagnement.remises_a_plus_tard ENABLE ROW LEVEL SECURITY;
CREATE POLICY siennes ON accompagnement.remises_a_plus_tard USING (compte = (SELECT noyau.compte()) AND NOT (SELECT noyau.a_role('regard')));
CREATE POLICY lire_pour_purger ON accompagnement.remises_a_plus_tard FOR SELECT USING ((SELECT noyau.a_role('systeme:taches', 'systeme:droits')));
CREATE POLICY purger ON accompagnement.remises_a_plus_tard FOR DELETE USING ((SELECT noyau.a_role('systeme:taches', 'systeme:droits')));

-- Mentors: the two of them, and who coordinates the team of the one who is helped. No employer, no payer, no State.
ALTER TABLE accompagnement.mentorats ADD CHECK (mentor <> mentore), ADD CHECK (fin >= debut), ADD CHECK ((etat = 'EnCours') = (fin IS NULL));
-- Two people, one mentorship at a time, whichever way round.
CREATE UNIQUE INDEX ux_mentorats_pas_de_cercle ON accompagnement.mentorats (least(mentor, mentore), greatest(mentor, mentore)) WHERE etat = 'EnCours';
GRANT SELECT, INSERT, DELETE ON accompagnement.mentorats, accompagnement.rencontres_de_mentorat TO faireavec_app;
GRANT UPDATE (etat, fin) ON accompagnement.mentorats TO faireavec_app;
ALTER TABLE accompagnement.mentorats ENABLE ROW LEVEL SECURITY;
ALTER TABLE accompagnement.rencontres_de_mentorat ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.mentorats FOR SELECT USING (
    (SELECT noyau.compte()) IN (mentor, mentore)
    OR ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[]))
    OR (SELECT noyau.a_role('systeme:taches', 'systeme:droits', 'systeme:demarrage')));
CREATE POLICY declarer ON accompagnement.mentorats FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[]) AND declare_par = (SELECT noyau.compte()))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY changer ON accompagnement.mentorats FOR UPDATE USING (
    (SELECT noyau.compte()) IN (mentor, mentore)
    OR ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[])));
CREATE POLICY purger ON accompagnement.mentorats FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));
-- Under the policy above.
CREATE POLICY lire ON accompagnement.rencontres_de_mentorat FOR SELECT USING (mentorat IN (SELECT id FROM accompagnement.mentorats));
CREATE POLICY noter ON accompagnement.rencontres_de_mentorat FOR INSERT WITH CHECK (
    (notee_par = (SELECT noyau.compte()) AND mentorat IN (SELECT id FROM accompagnement.mentorats m WHERE (SELECT noyau.compte()) IN (m.mentor, m.mentore)))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY retirer ON accompagnement.rencontres_de_mentorat FOR DELETE USING (notee_par = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:taches')));
