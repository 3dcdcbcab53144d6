-- Who sees whom, the same as before, without one policy inside another: each was planned again within the one around it, at each query, and the list of a
-- territory first went through everybody's memberships. What a policy needs of another table is asked to a function that reads it once, for who asks alone.
CREATE FUNCTION comptes.comptes_de_mes_equipes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, comptes AS $$
    SELECT m.compte FROM comptes.membres_d_equipe m WHERE m.equipe IN (SELECT comptes.mes_equipes())
$$;
CREATE FUNCTION comptes.organisations_de_mon_ressort() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, comptes AS $$
    SELECT o.id FROM comptes.organisations o
    WHERE noyau.a_role('coordinateur', 'gestionnaire_departement', 'gestionnaire_region', 'gestionnaire_reseau')
      AND (o.departement = ANY (noyau.departements()) OR o.reseau = noyau.organisation())
$$;
-- Its plan is kept from one query to the next.
CREATE FUNCTION comptes.collegues() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, comptes AS $$
BEGIN
    RETURN QUERY SELECT a.compte FROM comptes.appartenances a WHERE a.organisation = noyau.organisation();
    IF noyau.a_role('coordinateur', 'gestionnaire_departement', 'gestionnaire_region', 'gestionnaire_reseau') THEN
        RETURN QUERY SELECT a.compte FROM comptes.organisations o JOIN comptes.appartenances a ON a.organisation = o.id
            WHERE o.departement = ANY (noyau.departements()) OR o.reseau = noyau.organisation();
    END IF;
    RETURN QUERY SELECT a.compte FROM comptes.membres_d_equipe moi JOIN comptes.membres_d_equipe m ON m.equipe = moi.equipe JOIN comptes.appartenances a ON a.compte = m.compte
        WHERE moi.compte = noyau.compte() AND moi.coordonne AND moi.fin IS NULL;
END $$;
REVOKE ALL ON FUNCTION comptes.comptes_de_mes_equipes, comptes.organisations_de_mon_ressort, comptes.collegues FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.comptes_de_mes_equipes, comptes.organisations_de_mon_ressort, comptes.collegues TO faireavec_app;

DROP POLICY lire ON comptes.appartenances;
CREATE POLICY lire ON comptes.appartenances FOR SELECT USING (
    (SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:connexion', 'systeme:commande', 'systeme:taches', 'systeme:demarrage'))
    OR compte = (SELECT noyau.compte())
    OR organisation = (SELECT noyau.organisation())
    OR organisation IN (SELECT comptes.organisations_de_mon_ressort())
    OR compte IN (SELECT comptes.comptes_de_mes_equipes()));
DROP POLICY lire ON comptes.comptes;
CREATE POLICY lire ON comptes.comptes FOR SELECT USING (
    (SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:connexion', 'systeme:commande', 'systeme:taches', 'systeme:demarrage'))
    OR id = (SELECT noyau.compte())
    OR id IN (SELECT comptes.collegues()));
