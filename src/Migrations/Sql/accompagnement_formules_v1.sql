-- What the formulas of capacitation are made of: full costs, shares of priority publics, why a savoir-faire was given up, and the counts that they read.

-- Given up before a reason was asked for: nobody said why.
UPDATE accompagnement.savoir_faire_choisis SET motif = 'non_dit' WHERE etat = 'Abandonne';
ALTER TABLE accompagnement.savoir_faire_choisis
    ADD CONSTRAINT ck_savoir_faire_choisis_motif CHECK ((etat = 'Abandonne') = (motif IS NOT NULL)),
    ADD CONSTRAINT ck_savoir_faire_choisis_report CHECK (etat = 'Reporte' OR reporte_au IS NULL);

-- Costs are a team's: whoever coordinates it says and reads them. Nobody else does, and no médiateur's work has a price.
ALTER TABLE accompagnement.couts_de_periodes
    ADD CONSTRAINT ck_couts_periode CHECK (au >= du),
    ADD CONSTRAINT ck_couts_montants CHECK (coalesce(poste, 0) >= 0 AND coalesce(lieu, 0) >= 0 AND coalesce(kit, 0) >= 0 AND coalesce(pass, 0) >= 0);
GRANT SELECT, INSERT ON accompagnement.couts_de_periodes TO faireavec_app;
GRANT UPDATE (auteur, poste, lieu, kit, pass, note_le, retire_le) ON accompagnement.couts_de_periodes TO faireavec_app;
ALTER TABLE accompagnement.couts_de_periodes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.couts_de_periodes FOR SELECT USING (
    ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[])) OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY dire ON accompagnement.couts_de_periodes FOR INSERT WITH CHECK (
    ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[]) AND auteur = (SELECT noyau.compte())) OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY corriger ON accompagnement.couts_de_periodes FOR UPDATE USING ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[]))
    WITH CHECK (auteur = (SELECT noyau.compte()));

-- The share of a public in a territory: of a team for who coordinates it, of oneself for a médiateur.
ALTER TABLE accompagnement.parts_de_publics ADD CONSTRAINT ck_parts_de_publics CHECK (pour_dix_mille BETWEEN 1 AND 10000);
GRANT SELECT, INSERT ON accompagnement.parts_de_publics TO faireavec_app;
GRANT UPDATE (auteur, pour_dix_mille, territoire, source, note_le, retire_le) ON accompagnement.parts_de_publics TO faireavec_app;
ALTER TABLE accompagnement.parts_de_publics ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON accompagnement.parts_de_publics FOR SELECT USING (
    (equipe IS NULL AND auteur = (SELECT noyau.compte())) OR ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[]))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY dire ON accompagnement.parts_de_publics FOR INSERT WITH CHECK (
    (auteur = (SELECT noyau.compte())
        AND ((equipe IS NULL AND (SELECT noyau.a_role('mediateur', 'conseiller_numerique'))) OR ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[]))))
    OR (SELECT noyau.a_role('systeme:demarrage')));
CREATE POLICY corriger ON accompagnement.parts_de_publics FOR UPDATE USING (
    (equipe IS NULL AND auteur = (SELECT noyau.compte())) OR ((SELECT noyau.a_role('coordinateur')) AND equipe = ANY ((SELECT noyau.equipes())::uuid[])))
    WITH CHECK (auteur = (SELECT noyau.compte()));

-- The bracket of an age, as TrancheDAge says it: a test compares the two year by year.
CREATE FUNCTION accompagnement.tranche_d_age(p_annee integer, p_tranche text, p_jour date) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN p_annee IS NULL THEN coalesce(p_tranche, 'non_communique')
        WHEN extract(year FROM p_jour)::integer - p_annee NOT BETWEEN 0 AND 130 THEN 'non_communique'
        ELSE (ARRAY['moins_de_12', '12_17', '18_24', '25_39', '40_59', '60_69', '70_et_plus'])[width_bucket(extract(year FROM p_jour)::integer - p_annee, ARRAY[0, 12, 18, 25, 40, 60, 70])]
    END
$$;

-- The figures of a team again: without what the coordinator did themselves, that would give the others by difference; with the time given to each, shared
-- among those who were there, and what makes people comparable. A number in the place of each person and of each médiateur, another one at each call.
DROP FUNCTION accompagnement.evaluations_des_equipes(date);
CREATE FUNCTION accompagnement.evaluations_des_equipes(p_depuis date, p_du date, p_au date, p_equipe uuid) RETURNS TABLE (
    numero bigint, savoir_faire text, niveau integer, preuve text, moment text, jour date, perdue boolean, minutes integer, age text, langue text, motif text, mediateur bigint)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH sel AS MATERIALIZED (SELECT gen_random_uuid()::text AS grain),
    temps AS (
        SELECT coalesce(x.fusionnee_dans, x.id) AS personne, sum(a.duree::numeric / greatest(a.sans_nom + a.suivies, 1)) AS minutes
        FROM accompagnement.activites a
        JOIN accompagnement.accompagnements u ON u.activite = a.id
        JOIN accompagnement.personnes x ON x.id = u.personne
        WHERE noyau.a_role('coordinateur') AND a.supprimee_le IS NULL AND a.jour BETWEEN p_du AND p_au AND a.equipes && noyau.equipes()
          AND (p_equipe IS NULL OR p_equipe = ANY (a.equipes)) AND a.auteur IS DISTINCT FROM noyau.compte()
        GROUP BY 1)
    SELECT dense_rank() OVER (ORDER BY md5(sel.grain || k.id::text)), p.savoir_faire::text, p.niveau, p.preuve::text, p.moment::text, p.jour, c.etat = 'PerduDeVue',
           round(coalesce(t.minutes, 0))::integer, nullif(accompagnement.tranche_d_age(k.annee_de_naissance, k.age, p_au), 'non_communique'), c.langue::text, f.motif::text,
           dense_rank() OVER (ORDER BY md5(sel.grain || c.auteur::text))
    FROM sel, accompagnement.positionnements p
    JOIN accompagnement.parcours c ON c.id = p.parcours
    JOIN accompagnement.personnes x ON x.id = p.personne
    JOIN accompagnement.personnes k ON k.id = coalesce(x.fusionnee_dans, x.id)
    LEFT JOIN temps t ON t.personne = k.id
    LEFT JOIN accompagnement.configurations_d_aller_vers f ON f.id = c.configuration
    WHERE noyau.a_role('coordinateur') AND c.equipes && noyau.equipes() AND (p_equipe IS NULL OR p_equipe = ANY (c.equipes)) AND c.ouvert_le >= p_depuis
      AND c.auteur IS DISTINCT FROM noyau.compte()
$$;

-- Only people who agree to be followed today, by somebody: a card or a name. And whether nobody has news of them any more.
DROP FUNCTION accompagnement.venues_des_equipes(date);
CREATE FUNCTION accompagnement.venues_des_equipes(p_depuis date) RETURNS TABLE (numero bigint, demarche text, jour date, part_a_la_place integer, part_avec integer, part_faire integer, perdue boolean)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH sel AS MATERIALIZED (SELECT gen_random_uuid()::text AS grain),
    perdues AS (SELECT coalesce(y.fusionnee_dans, y.id) AS personne FROM accompagnement.parcours c JOIN accompagnement.personnes y ON y.id = c.personne WHERE c.etat = 'PerduDeVue')
    SELECT dense_rank() OVER (ORDER BY md5(sel.grain || k.id::text)), lower(btrim(a.demarche)), a.jour, a.part_a_la_place, a.part_avec, a.part_faire, k.id IN (SELECT personne FROM perdues)
    FROM sel, accompagnement.activites a
    JOIN accompagnement.accompagnements u ON u.activite = a.id
    JOIN accompagnement.personnes x ON x.id = u.personne
    JOIN accompagnement.personnes k ON k.id = coalesce(x.fusionnee_dans, x.id)
    WHERE noyau.a_role('coordinateur') AND a.equipes && noyau.equipes() AND a.supprimee_le IS NULL AND a.jour >= p_depuis AND a.auteur IS DISTINCT FROM noyau.compte()
      AND EXISTS (SELECT 1 FROM accompagnement.suivis s WHERE s.personne = k.id AND s.fin IS NULL)
$$;

CREATE OR REPLACE FUNCTION accompagnement.etats_des_parcours_des_equipes(p_depuis date) RETURNS TABLE (etat text, nombre bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT c.etat::text, count(*) FROM accompagnement.parcours c
    WHERE noyau.a_role('coordinateur') AND c.equipes && noyau.equipes() AND c.ouvert_le >= p_depuis AND c.auteur IS DISTINCT FROM noyau.compte() GROUP BY 1
$$;

-- The acts that a figure counts: one's own, or those of one team (of all of one's teams when none is named) without one's own.
CREATE FUNCTION accompagnement.actes_a_compter(p_equipes boolean, p_equipe uuid) RETURNS SETOF accompagnement.activites LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT a.* FROM accompagnement.activites a
    WHERE a.supprimee_le IS NULL AND a.type IN ('Individuel', 'Demarche', 'Collectif') AND NOT noyau.a_role('regard')
      AND CASE WHEN p_equipes
          THEN noyau.a_role('coordinateur') AND a.equipes && noyau.equipes() AND (p_equipe IS NULL OR (p_equipe = ANY (noyau.equipes()) AND p_equipe = ANY (a.equipes))) AND a.auteur <> noyau.compte()
          ELSE noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur') AND a.auteur = noyau.compte() END
$$;

-- Who was reached, by age and by status, apart: counts that cross nothing. People who are followed, once each; others once at each visit, since nothing says
-- that they are the same.
CREATE FUNCTION accompagnement.publics_touches(p_du date, p_au date, p_equipes boolean, p_equipe uuid) RETURNS TABLE (liste text, code text, nombre integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH a AS MATERIALIZED (SELECT * FROM accompagnement.actes_a_compter(p_equipes, p_equipe) x WHERE x.jour BETWEEN p_du AND p_au),
    suivies AS (
        SELECT DISTINCT k.id, accompagnement.tranche_d_age(k.annee_de_naissance, k.age, p_au) AS age, coalesce(k.statut::text, 'non_communique') AS statut
        FROM a JOIN accompagnement.accompagnements u ON u.activite = a.id
        JOIN accompagnement.personnes x ON x.id = u.personne
        JOIN accompagnement.personnes k ON k.id = coalesce(x.fusionnee_dans, x.id)
        WHERE EXISTS (SELECT 1 FROM accompagnement.suivis s WHERE s.personne = k.id AND s.fin IS NULL)),
    tous AS (
        SELECT 'age' AS liste, coalesce(a.age::text, 'non_communique') AS code, a.sans_nom AS nombre FROM a WHERE a.type <> 'Collectif'
        UNION ALL
        SELECT 'statut', coalesce(a.statut::text, 'non_communique'), a.sans_nom FROM a WHERE a.type <> 'Collectif'
        UNION ALL
        SELECT 'age', (ARRAY['moins_de_12', '12_17', '18_24', '25_39', '40_59', '60_69', '70_et_plus', 'non_communique'])[e.rang], e.n::integer
        FROM a, jsonb_array_elements_text(a.effectifs -> 'ages') WITH ORDINALITY e (n, rang) WHERE a.type = 'Collectif'
        UNION ALL
        SELECT 'statut', (ARRAY['scolarise', 'sans_emploi', 'en_emploi', 'retraite', 'non_communique'])[e.rang], e.n::integer
        FROM a, jsonb_array_elements_text(a.effectifs -> 'statuts') WITH ORDINALITY e (n, rang) WHERE a.type = 'Collectif'
        UNION ALL
        SELECT 'age', s.age, 1 FROM suivies s
        UNION ALL
        SELECT 'statut', s.statut, 1 FROM suivies s)
    SELECT t.liste, t.code, sum(t.nombre)::integer FROM tous t GROUP BY 1, 2 HAVING sum(t.nombre) > 0
$$;

-- People met in a period: outside the place, and those helped for the first time.
CREATE FUNCTION accompagnement.contacts(p_du date, p_au date, p_equipes boolean) RETURNS TABLE (hors_lieu integer, venues integer, nouvelles integer, non_sues integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    WITH a AS MATERIALIZED (SELECT * FROM accompagnement.actes_a_compter(p_equipes, NULL) x WHERE x.jour <= p_au),
    rencontres AS (
        SELECT coalesce(sum(r.contactes), 0)::integer AS contactes, coalesce(sum(r.venus), 0)::integer AS venus
        FROM accompagnement.actions_d_aller_vers r
        WHERE r.supprimee_le IS NULL AND r.jour BETWEEN p_du AND p_au AND NOT noyau.a_role('regard')
          AND CASE WHEN p_equipes THEN noyau.a_role('coordinateur') AND r.equipes && noyau.equipes() AND r.auteur <> noyau.compte()
              ELSE noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur') AND r.auteur = noyau.compte() END),
    premieres AS (
        SELECT count(*)::integer AS nombre FROM (
            SELECT coalesce(x.fusionnee_dans, x.id) AS personne, min(a.jour) AS jour
            FROM a JOIN accompagnement.accompagnements u ON u.activite = a.id JOIN accompagnement.personnes x ON x.id = u.personne GROUP BY 1) p
        WHERE p.jour >= p_du),
    sans_nom AS (
        SELECT coalesce(sum(CASE WHEN a.type = 'Collectif' THEN greatest(a.sans_nom - coalesce((a.effectifs ->> 'deja_accompagnes')::integer, 0), 0)
                                 WHEN a.deja_accompagnee = false THEN a.sans_nom ELSE 0 END), 0)::integer AS nouvelles,
               coalesce(sum(a.sans_nom) FILTER (WHERE a.type <> 'Collectif' AND a.deja_accompagnee IS NULL), 0)::integer AS non_sues
        FROM a WHERE a.jour >= p_du)
    SELECT r.contactes, r.venus, s.nouvelles + p.nombre, s.non_sues FROM rencontres r, sans_nom s, premieres p
$$;
REVOKE ALL ON FUNCTION accompagnement.evaluations_des_equipes, accompagnement.venues_des_equipes, accompagnement.actes_a_compter, accompagnement.publics_touches, accompagnement.contacts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.evaluations_des_equipes, accompagnement.venues_des_equipes, accompagnement.publics_touches, accompagnement.contacts, accompagnement.tranche_d_age TO faireavec_app;
