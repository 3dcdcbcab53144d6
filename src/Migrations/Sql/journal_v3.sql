-- Several entries of one transaction, in this order, at the end of one chain: its head is locked and written once, not once for each. The hashes are those of
-- noyau.journaliser, field by field.
CREATE FUNCTION noyau.journaliser_ensemble(
    p_ids uuid[], p_instant timestamptz, p_chaine smallint, p_acteurs text[], p_processus text[], p_action text, p_entite text, p_entite_ids uuid[], p_apres text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
DECLARE
    v_jour date := (p_instant AT TIME ZONE 'UTC')::date;
    v_clos date;
    v_rang bigint;
    v_empreinte bytea;
    v_empreintes bytea[];
    v_instant bytea := noyau.champ((extract(epoch FROM p_instant) * 1000000)::bigint::text);
    v_absent bytea := noyau.champ(NULL);
    v_quoi bytea := noyau.champ(p_action) || noyau.champ(p_entite);
BEGIN
    -- A day that is closed takes no more entry: a late one goes to the next open day.
    SELECT max(jour) INTO v_clos FROM noyau.journal_racines;
    IF v_clos IS NOT NULL AND v_jour <= v_clos THEN
        v_jour := v_clos + 1;
    END IF;

    -- The first of a chain follows the hash of its name. The row is locked until the end of the transaction.
    INSERT INTO noyau.journal_chaines AS c (jour, chaine, rang, empreinte)
    VALUES (v_jour, p_chaine, cardinality(p_ids), sha256(convert_to(to_char(v_jour, 'YYYY-MM-DD') || '/' || p_chaine, 'UTF8')))
    ON CONFLICT (jour, chaine) DO UPDATE SET rang = c.rang + cardinality(p_ids)
    RETURNING rang - cardinality(p_ids), empreinte INTO v_rang, v_empreinte;
    FOR i IN 1 .. cardinality(p_ids) LOOP
        v_empreinte := sha256(v_empreinte || noyau.champ((v_rang + i)::text) || noyau.champ(p_ids[i]::text) || v_instant
            || noyau.champ(p_acteurs[i]) || noyau.champ(p_processus[i]) || v_absent || v_quoi || noyau.champ(p_entite_ids[i]::text)
            || v_absent || noyau.champ(p_apres[i]) || v_absent || v_absent);
        v_empreintes[i] := v_empreinte;
    END LOOP;
    UPDATE noyau.journal_chaines SET empreinte = v_empreinte WHERE jour = v_jour AND chaine = p_chaine;

    INSERT INTO noyau.journal (id, jour, chaine, rang, instant, acteur, processus, action, entite, entite_id, apres, empreinte)
    SELECT u.id, v_jour, p_chaine, v_rang + u.n, p_instant, u.acteur, u.processus, p_action, p_entite, u.entite_id::text, u.apres, u.empreinte
      FROM unnest(p_ids, p_acteurs, p_processus, p_entite_ids, p_apres, v_empreintes) WITH ORDINALITY u(id, acteur, processus, entite_id, apres, empreinte, n);
END $$;
REVOKE ALL ON FUNCTION noyau.journaliser_ensemble FROM PUBLIC;
GRANT EXECUTE ON FUNCTION noyau.journaliser_ensemble TO faireavec_app;
