-- The organisations and the teams of the one who asks, past ones too: what they may still read the name of. Definer: other modules' policies use it.
CREATE FUNCTION comptes.mes_attaches() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT organisation FROM comptes.appartenances WHERE compte = noyau.compte()
    UNION
    SELECT equipe FROM comptes.membres_d_equipe WHERE compte = noyau.compte()
$$;
REVOKE ALL ON FUNCTION comptes.mes_attaches FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.mes_attaches TO faireavec_app;

-- Who helps people in the départements of the one who asks: that of the organisation that they work for now, and those of their territory. Name, roles,
-- organisation, teams, commune; the e-mail address of whoever agreed. Definer: it filters rights itself. Nobody looks through somebody else's screen.
CREATE FUNCTION comptes.annuaire(p_maintenant timestamptz)
RETURNS TABLE (compte uuid, prenom text, nom text, organisation uuid, nom_organisation text, code_insee text, departement text, roles text, equipes text, courriel text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT c.id, c.prenom::text, c.nom::text, o.id, o.nom::text, o.code_insee::text, o.departement::text, string_agg(DISTINCT a.role::text, ','),
           (SELECT string_agg(DISTINCT e.nom::text, ', ') FROM comptes.membres_d_equipe m JOIN comptes.equipes e ON e.id = m.equipe AND e.fermee_le IS NULL
            WHERE m.compte = c.id AND m.debut <= p_maintenant AND (m.fin IS NULL OR m.fin > p_maintenant)),
           CASE WHEN EXISTS (SELECT 1 FROM comptes.accords x WHERE x.personne = c.id AND x.finalite = 'comptes.annuaire' AND x.retire_le IS NULL) THEN c.courriel::text END
    FROM comptes.appartenances a
    JOIN comptes.comptes c ON c.id = a.compte AND c.etat = 'Actif'
    JOIN comptes.organisations o ON o.id = a.organisation AND o.fermee_le IS NULL AND o.fusionnee_dans IS NULL
    WHERE noyau.a_role('mediateur', 'conseiller_numerique', 'coordinateur', 'referent', 'gestionnaire_structure') AND NOT noyau.a_role('regard')
      AND a.role IN ('mediateur', 'conseiller_numerique', 'coordinateur') AND a.debut <= p_maintenant AND (a.fin IS NULL OR a.fin > p_maintenant)
      AND (o.departement = ANY (noyau.departements()) OR o.departement = (SELECT s.departement FROM comptes.organisations s WHERE s.id = noyau.organisation()))
    GROUP BY c.id, c.prenom, c.nom, c.courriel, o.id, o.nom, o.code_insee, o.departement
$$;
REVOKE ALL ON FUNCTION comptes.annuaire FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.annuaire TO faireavec_app;
