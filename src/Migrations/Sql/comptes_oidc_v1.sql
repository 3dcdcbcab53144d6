-- Signing in by a provider of identity: only the system context of signing in reads and writes it.
GRANT SELECT, INSERT, UPDATE, DELETE ON comptes.demandes_oidc TO faireavec_app;
GRANT SELECT, INSERT, DELETE ON comptes.identites_externes, comptes.sessions_oidc TO faireavec_app;

ALTER TABLE comptes.demandes_oidc ENABLE ROW LEVEL SECURITY;
CREATE POLICY tout ON comptes.demandes_oidc USING ((SELECT noyau.a_role('systeme:connexion', 'systeme:taches')));

ALTER TABLE comptes.identites_externes ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON comptes.identites_externes FOR SELECT USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:connexion', 'systeme:taches')));
CREATE POLICY lier ON comptes.identites_externes FOR INSERT WITH CHECK ((SELECT noyau.a_role('systeme:connexion')));
CREATE POLICY delier ON comptes.identites_externes FOR DELETE USING (compte = (SELECT noyau.compte()) OR (SELECT noyau.a_role('systeme:connexion', 'systeme:taches')));

ALTER TABLE comptes.sessions_oidc ENABLE ROW LEVEL SECURITY;
CREATE POLICY tout ON comptes.sessions_oidc USING ((SELECT noyau.a_role('systeme:connexion', 'systeme:taches')));

-- The salt of the hashes, closed by Data Protection: made by the first who asks, the same for all.
CREATE TABLE comptes.sel (seul boolean PRIMARY KEY DEFAULT true CHECK (seul), valeur bytea NOT NULL);
CREATE FUNCTION comptes.sel(p_nouveau bytea) RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
BEGIN
    INSERT INTO comptes.sel (valeur) VALUES (p_nouveau) ON CONFLICT DO NOTHING;
    RETURN (SELECT valeur FROM comptes.sel);
END $$;
REVOKE ALL ON FUNCTION comptes.sel FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.sel TO faireavec_app;
