-- The log of mail and the people whose address it holds: told to them, and taken away with them. Definer: the log is closed to the contexts that answer
-- people's rights. An address is given whole, so that nobody looks for one here; and who works is only told of their own.
CREATE INDEX ix_courriels_destinataire ON noyau.courriels (lower(destinataire));
CREATE FUNCTION noyau.courriels_de(p_adresses text[]) RETURNS TABLE (instant timestamptz, destinataire text, categorie text, etat text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    SELECT c.instant, c.destinataire, c.categorie, c.etat FROM noyau.courriels c WHERE lower(c.destinataire) IN (SELECT lower(a) FROM unnest(p_adresses) a)
        AND (noyau.a_role('systeme:droits') OR lower(c.destinataire) IN (SELECT lower(m.adresse) FROM comptes.adresses_de(noyau.compte()) m))
    ORDER BY c.instant
$$;

-- What a server answers to a message often repeats its address: it goes too.
CREATE FUNCTION noyau.oublier_courriels(p_adresses text[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
DECLARE
    v_nombre integer;
BEGIN
    IF NOT noyau.a_role('systeme:droits', 'systeme:taches') THEN
        RAISE insufficient_privilege USING MESSAGE = 'Only who answers the rights of people erases.';
    END IF;

    UPDATE noyau.courriels SET destinataire = 'adresse effacée', erreur = CASE WHEN erreur IS NULL THEN NULL ELSE 'effacée' END
    WHERE lower(destinataire) IN (SELECT lower(a) FROM unnest(p_adresses) a);
    GET DIAGNOSTICS v_nombre = ROW_COUNT;
    RETURN v_nombre;
END $$;
REVOKE ALL ON FUNCTION noyau.courriels_de, noyau.oublier_courriels FROM PUBLIC;
GRANT EXECUTE ON FUNCTION noyau.courriels_de, noyau.oublier_courriels TO faireavec_app;
