-- What somebody did for people helped or for their organisation is told to them too: what, how many, from when to when; who was helped is told to nobody else.
CREATE OR REPLACE FUNCTION accompagnement.travail_de(p_compte uuid) RETURNS TABLE (sorte text, nom text, texte text, debut timestamptz, fin timestamptz, nombre bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT x.sorte, x.nom, x.texte, x.debut, x.fin, x.nombre FROM (
        SELECT 'actes'::text, NULL::text, NULL::text, min(a.jour)::timestamp AT TIME ZONE 'UTC', max(a.jour)::timestamp AT TIME ZONE 'UTC', count(*) FROM accompagnement.activites a WHERE a.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'notes', NULL, n.texte, a.jour::timestamp AT TIME ZONE 'UTC', NULL, NULL FROM accompagnement.notes_d_activites n JOIN accompagnement.activites a ON a.id = n.activite WHERE n.auteur = p_compte
        UNION ALL SELECT 'brouillons', NULL, b.contenu::text, b.modifie_le, NULL, NULL FROM accompagnement.brouillons b WHERE b.auteur = p_compte
        UNION ALL SELECT 'modeles', m.nom, m.contenu::text, m.cree_le, NULL, NULL FROM accompagnement.modeles_d_activites m WHERE m.auteur = p_compte
        UNION ALL SELECT 'temps', NULL, NULL, t.semaine::timestamp AT TIME ZONE 'UTC', NULL, t.secondes FROM accompagnement.temps_de_saisie t WHERE t.auteur = p_compte
        UNION ALL SELECT 'signaux', s.nature, s.explication, s.trouve_le, s.explique_le, NULL FROM accompagnement.signaux_de_saisie s WHERE s.mediateur = p_compte
        UNION ALL SELECT 'disponibilites', d.lieu, left(d.de::text, 5) || ' – ' || left(d.a::text, 5), d.depuis::timestamp AT TIME ZONE 'UTC', d.jusqua::timestamp AT TIME ZONE 'UTC', NULL FROM accompagnement.disponibilites d WHERE d.compte = p_compte
        UNION ALL SELECT 'absences', NULL, NULL, a.debut, a.fin, NULL FROM accompagnement.absences a WHERE a.compte = p_compte
        UNION ALL SELECT 'ateliers', p.titre, p.description, p.debut, p.fin, NULL FROM accompagnement.ateliers_prevus p WHERE p.compte = p_compte
        UNION ALL SELECT 'registres', r.titre, NULL, r.jour::timestamp AT TIME ZONE 'UTC', NULL, r.signatures FROM accompagnement.registres r WHERE r.auteur = p_compte
        UNION ALL SELECT 'traces', 'rendez_vous', NULL, min(t.debut), max(t.debut), count(*) FROM accompagnement.rendez_vous t WHERE t.compte = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'inscriptions', NULL, min(t.prise_le), max(t.prise_le), count(*) FROM accompagnement.inscriptions t WHERE t.compte = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'accompagnements', NULL, min(t.jour)::timestamp AT TIME ZONE 'UTC', max(t.jour)::timestamp AT TIME ZONE 'UTC', count(*) FROM accompagnement.accompagnements t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'parcours', NULL, min(t.ouvert_le)::timestamp AT TIME ZONE 'UTC', max(t.ouvert_le)::timestamp AT TIME ZONE 'UTC', count(*) FROM accompagnement.parcours t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'positionnements', NULL, min(t.jour)::timestamp AT TIME ZONE 'UTC', max(t.jour)::timestamp AT TIME ZONE 'UTC', count(*) FROM accompagnement.positionnements t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'suivis', NULL, min(t.debut), max(t.debut), count(*) FROM accompagnement.suivis t WHERE t.compte = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'cartes_reservees', NULL, min(t.reservee_le), max(t.reservee_le), count(*) FROM accompagnement.cartes_reservees t WHERE t.compte = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'fusions_de_personnes', NULL, min(t.faite_le), max(t.faite_le), count(*) FROM accompagnement.fusions_de_personnes t WHERE t.par = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'signatures_de_registres', NULL, min(t.signee_le), max(t.signee_le), count(*) FROM accompagnement.signatures_de_registres t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'besoins_exprimes', NULL, min(t.cree_le), max(t.cree_le), count(*) FROM accompagnement.besoins_exprimes t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'orientations', NULL, min(t.proposee_le), max(t.proposee_le), count(*) FROM accompagnement.orientations t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'actions_d_aller_vers', NULL, min(t.jour)::timestamp AT TIME ZONE 'UTC', max(t.jour)::timestamp AT TIME ZONE 'UTC', count(*) FROM accompagnement.actions_d_aller_vers t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'configurations_d_aller_vers', NULL, min(t.creee_le), max(t.creee_le), count(*) FROM accompagnement.configurations_d_aller_vers t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'partenaires_qui_orientent', NULL, min(t.cree_le), max(t.cree_le), count(*) FROM accompagnement.partenaires_qui_orientent t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'orientations_de_partenaires', NULL, min(t.jour)::timestamp AT TIME ZONE 'UTC', max(t.jour)::timestamp AT TIME ZONE 'UTC', count(*) FROM accompagnement.orientations_de_partenaires t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'changements_de_demarches', NULL, min(t.jour)::timestamp AT TIME ZONE 'UTC', max(t.jour)::timestamp AT TIME ZONE 'UTC', count(*) FROM accompagnement.changements_de_demarches t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'clotures', NULL, min(t.le), max(t.le), count(*) FROM accompagnement.clotures t WHERE t.par = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'couts_de_periodes', NULL, min(t.note_le), max(t.note_le), count(*) FROM accompagnement.couts_de_periodes t WHERE t.auteur = p_compte HAVING count(*) > 0
        UNION ALL SELECT 'traces', 'parts_de_publics', NULL, min(t.note_le), max(t.note_le), count(*) FROM accompagnement.parts_de_publics t WHERE t.auteur = p_compte HAVING count(*) > 0
    ) x (sorte, nom, texte, debut, fin, nombre)
    WHERE (p_compte = noyau.compte() AND NOT noyau.a_role('regard')) OR noyau.a_role('systeme:droits')
    ORDER BY x.debut
$$;

-- A device, by the secret of its id: whose it is, and for which organisation. None when it was taken back, or isn't known any more.
CREATE FUNCTION accompagnement.proprietaire_d_appareil(p_appareil uuid) RETURNS TABLE (compte uuid, organisation uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
    SELECT a.compte, a.organisation FROM accompagnement.appareils a WHERE a.id = p_appareil AND a.revoque_le IS NULL
$$;
REVOKE ALL ON FUNCTION accompagnement.proprietaire_d_appareil FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.proprietaire_d_appareil TO faireavec_app;
DROP FUNCTION accompagnement.appareil_a_effacer;

-- How long one took to write, week by week: theirs alone, and not for ever.
GRANT DELETE ON accompagnement.temps_de_saisie TO faireavec_app;
CREATE POLICY effacer ON accompagnement.temps_de_saisie FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY lire_pour_effacer ON accompagnement.temps_de_saisie FOR SELECT USING ((SELECT noyau.a_role('systeme:taches')));
