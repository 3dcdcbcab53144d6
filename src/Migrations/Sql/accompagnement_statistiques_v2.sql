-- The acts that figures count, without a name: those of somebody, or those of a département in a month. Those of a team are in the months of its départements.
DROP FUNCTION accompagnement.personnes_a_denombrer(uuid, uuid[], text, date, date);
DROP FUNCTION accompagnement.actes_a_denombrer(uuid, uuid[], text, date, date);
CREATE FUNCTION accompagnement.actes_a_denombrer(p_auteur uuid, p_departement text, p_du date, p_au date) RETURNS SETOF accompagnement.activites
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement SET work_mem = '32MB' AS $$
BEGIN
    IF NOT noyau.a_role('systeme:statistiques') THEN
        RETURN;
    ELSIF p_auteur IS NOT NULL THEN
        RETURN QUERY SELECT * FROM accompagnement.activites a WHERE a.auteur = p_auteur AND a.jour BETWEEN p_du AND p_au AND a.supprimee_le IS NULL;
    ELSIF p_departement = '' THEN
        RETURN QUERY SELECT * FROM accompagnement.activites a WHERE a.departement IS NULL AND a.jour BETWEEN p_du AND p_au AND a.supprimee_le IS NULL;
    ELSE
        RETURN QUERY SELECT * FROM accompagnement.activites a WHERE a.departement = p_departement AND a.jour BETWEEN p_du AND p_au AND a.supprimee_le IS NULL;
    END IF;
END $$;
CREATE FUNCTION accompagnement.personnes_a_denombrer(p_auteur uuid, p_departement text, p_du date, p_au date)
RETURNS TABLE (activite uuid, numero integer, genre text, age text, statut text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, accompagnement SET work_mem = '32MB' AS $$
    SELECT u.activite, p.numero, u.genre::text, u.age::text, u.statut::text
    FROM accompagnement.actes_a_denombrer(p_auteur, p_departement, p_du, p_au) a
    JOIN accompagnement.accompagnements u ON u.activite = a.id JOIN accompagnement.personnes p ON p.id = u.personne
    WHERE a.suivies > 0
$$;
REVOKE ALL ON FUNCTION accompagnement.actes_a_denombrer, accompagnement.personnes_a_denombrer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accompagnement.actes_a_denombrer, accompagnement.personnes_a_denombrer TO faireavec_app;
