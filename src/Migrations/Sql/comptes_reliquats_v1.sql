-- Invitations that nobody accepted are erased after the delay of the register, with the key that opened what the journal says of them: an invitation stands
-- there as a person of its own. Definer: nobody else erases an invitation.
CREATE FUNCTION comptes.purger_les_invitations(p_avant timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, comptes AS $$
DECLARE
    v_nombre integer := 0;
    v_invitation uuid;
BEGIN
    IF NOT noyau.a_role('systeme:taches') THEN
        RAISE insufficient_privilege USING MESSAGE = 'Only the nightly purge erases invitations.';
    END IF;

    FOR v_invitation IN DELETE FROM comptes.invitations WHERE acceptee_le IS NULL AND least(annulee_le, expire_le) < p_avant RETURNING id LOOP
        PERFORM noyau.oublier_personne(v_invitation);
        v_nombre := v_nombre + 1;
    END LOOP;
    RETURN v_nombre;
END $$;
REVOKE ALL ON FUNCTION comptes.purger_les_invitations FROM PUBLIC;
GRANT EXECUTE ON FUNCTION comptes.purger_les_invitations TO faireavec_app;

-- The secret that signs is renewed with an overlap.
GRANT UPDATE (secret, ancien_secret, ancien_jusqu_a) ON comptes.webhooks TO faireavec_app;
