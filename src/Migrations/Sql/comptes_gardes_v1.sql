-- A manager of an organisation changes neither how far a client goes nor how much it may ask, and adds no scope to one that the national team let in on more
-- than the organisation. A policy doesn't see the row of before: a trigger does.
CREATE FUNCTION comptes.garder_la_portee() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF noyau.a_role('gestionnaire_structure') AND NOT noyau.a_role('administrateur', 'systeme:commande')
        AND ((NEW.portee, NEW.departements, NEW.limite_par_seconde) IS DISTINCT FROM (OLD.portee, OLD.departements, OLD.limite_par_seconde)
            OR (OLD.portee <> 'Organisation' AND NOT NEW.etendues <@ OLD.etendues)) THEN
        RAISE insufficient_privilege USING MESSAGE = 'A manager gives no more than their organisation.';
    END IF;

    RETURN NEW;
END $$;
CREATE TRIGGER garder_la_portee BEFORE UPDATE ON comptes.clients_api FOR EACH ROW EXECUTE FUNCTION comptes.garder_la_portee();

-- True while a client may be told of events: not revoked, its organisation neither closed nor merged into another, the scope still there.
CREATE FUNCTION comptes.client_ecoute(p_client uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
    SELECT noyau.a_role('systeme:webhooks', 'systeme:evenements') AND EXISTS (
        SELECT FROM comptes.clients_api c JOIN comptes.organisations o ON o.id = c.organisation
        WHERE c.id = p_client AND c.revoque_le IS NULL AND 'evenements:lire' = ANY (c.etendues) AND o.fermee_le IS NULL AND o.fusionnee_dans IS NULL)
$$;
REVOKE ALL ON FUNCTION comptes.client_ecoute FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.client_ecoute TO faireavec_app;
