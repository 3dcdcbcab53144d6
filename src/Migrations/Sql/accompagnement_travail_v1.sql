-- What the module holds about somebody who works: told to that person, and taken away when their account is erased. The acts themselves stay, without a name:
-- they are counted, and belong to the path of the people who were helped. Definer: these tables are closed to the context that answers people's rights.
CREATE FUNCTION accompagnement.travail_de(p_compte uuid) RETURNS TABLE (sorte text, nom text, texte text, debut timestamptz, fin timestamptz, nombre bigint)
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
    ) x (sorte, nom, texte, debut, fin, nombre)
    WHERE (p_compte = noyau.compte() AND NOT noyau.a_role('regard')) OR noyau.a_role('systeme:droits')
    ORDER BY x.debut
$$;

CREATE FUNCTION accompagnement.effacer_le_travail(p_compte uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, accompagnement AS $$
DECLARE
    v_nombre integer := 0;
    v_effaces integer;
    v_ou text[];
BEGIN
    IF NOT noyau.a_role('systeme:droits') THEN
        RAISE insufficient_privilege USING MESSAGE = 'Only who answers the rights of people erases.';
    END IF;

    FOREACH v_ou SLICE 1 IN ARRAY ARRAY[
        ['notes_d_activites', 'auteur'], ['brouillons', 'auteur'], ['modeles_d_activites', 'auteur'], ['temps_de_saisie', 'auteur'], ['signaux_de_saisie', 'mediateur'],
        ['absences', 'compte'], ['disponibilites', 'compte'], ['reglages_d_agenda', 'compte']] LOOP
        EXECUTE format('DELETE FROM accompagnement.%I WHERE %I = $1', v_ou[1], v_ou[2]) USING p_compte;
        GET DIAGNOSTICS v_effaces = ROW_COUNT;
        v_nombre := v_nombre + v_effaces;
    END LOOP;
    RETURN v_nombre;
END $$;
REVOKE ALL ON FUNCTION accompagnement.travail_de, accompagnement.effacer_le_travail FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.travail_de, accompagnement.effacer_le_travail TO faireavec_app;
