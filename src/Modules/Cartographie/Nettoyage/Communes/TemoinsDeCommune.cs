using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Nettoyage.Communes;

/// <summary>What a row says of its commune: the postal code, the INSEE code and the name as written, as read, and the communes that each names.</summary>
internal sealed class TemoinsDeCommune
{
    private readonly ITerritoires _territoires;

    /// <param name="territoires">Communes and postal codes.</param>
    /// <param name="codePostal">As written.</param>
    /// <param name="codeInsee">As written.</param>
    /// <param name="commune">As written.</param>
    /// <param name="adresse">The street: may hold the postal code, and the name after it.</param>
    public TemoinsDeCommune(ITerritoires territoires, string? codePostal, string? codeInsee, string? commune, string? adresse)
    {
        _territoires = territoires;
        (CodeEcrit, InseeEcrit, NomEcrit) = (codePostal, codeInsee, commune);
        (Code, RegleCode) = EcritureDesCodes.CodePostal(codePostal);
        LireInsee();
        Nom = NomDeCommune.Lire(commune);
        if (Code is null && Nom.CodePostal is { } code)
        {
            (Code, RegleCode) = (code, Regles.CodePostalTrouve);
        }

        if (adresse is { Length: <= 1000 })
        {
            ChercherDansLAdresse(adresse);
        }

        ParCode = territoires.CommunesDuCodePostal(Code);
        MeresDuCode = [.. ParCode.Select(NomsOfficiels.Mere)];
        ParNom = CommunesDuNom();
    }

    public string? CodeEcrit { get; }

    public string? InseeEcrit { get; }

    public string? NomEcrit { get; }

    public string? Code { get; private set; }

    /// <summary>The rule that mended its writing, or null.</summary>
    public string? RegleCode { get; private set; }

    public string? Insee { get; private set; }

    public string? RegleInsee { get; private set; }

    public NomDeCommune Nom { get; private set; }

    /// <summary>The name comes from the address: it never overrides a code.</summary>
    public bool NomTrouve { get; private set; }

    public Commune? ParInsee { get; private set; }

    public IReadOnlyList<Commune> ParCode { get; }

    /// <summary>Codes of the whole towns of <see cref="ParCode"/>.</summary>
    public HashSet<string> MeresDuCode { get; }

    public List<CommuneTrouvee> ParNom { get; }

    /// <summary>All three, as written, for an anomaly.</summary>
    public string Ecrits => string.Join(' ', new[] { CodeEcrit, NomEcrit, InseeEcrit }.Where(t => t is not null));

    /// <summary>True when the postal code is of this département, or unknown.</summary>
    public bool CodeDuDepartement(string departement) => Code is null || _territoires.DepartementsDuCodePostal(Code).Contains(departement);

    /// <summary>The two codes are often mistaken for each other: only the name can tell.</summary>
    /// <param name="estLeNom">True when the name is nearly that of this commune.</param>
    public void ReconnaitreUnInseeDansLeCode(Func<Commune, bool> estLeNom)
    {
        if (ParCode.Count == 0 && InseeEcrit is null && _territoires.Commune(Code) is { } ecrite && (ParNom.Exists(t => NomsOfficiels.Mere(t.Commune) == NomsOfficiels.Mere(ecrite)) || estLeNom(ecrite)))
        {
            (Insee, ParInsee, Code, RegleInsee) = (Code, ecrite, null, Regles.CodePostalInsee);
        }
    }

    private void LireInsee()
    {
        (Insee, RegleInsee) = EcritureDesCodes.Insee(InseeEcrit);
        if (Insee is null)
        {
            return;
        }

        ParInsee = _territoires.Commune(Insee);
        if (ParInsee is null)
        {
            RegleInsee = Regles.InseeInconnu;
        }
    }

    private void ChercherDansLAdresse(string adresse)
    {
        if (Code is null && EcritureDesCodes.CodesPostaux(adresse).Select(c => c.Code).FirstOrDefault(c => _territoires.CommunesDuCodePostal(c).Count > 0) is { } code)
        {
            (Code, RegleCode) = (code, Regles.CodePostalTrouve);
        }

        if (Nom.Nom.Length > 0 || ParInsee is not null || Code is null)
        {
            return;
        }

        // « 1 rue Jules-Ferry 59552 Lambres-lez-Douai »: the name after this very postal code.
        foreach (var (trouve, fin) in EcritureDesCodes.CodesPostaux(adresse))
        {
            var nom = NomDeCommune.Lire(adresse[fin..].TrimStart(' ', '\t', ',', '-').Split([',', '\n', ';', '('], 2)[0]);
            if (trouve == Code && nom.Nom.Length is > 0 and < 60)
            {
                (Nom, NomTrouve) = (nom, true);
                return;
            }
        }
    }

    private List<CommuneTrouvee> CommunesDuNom()
    {
        if (Nom.Nom.Length == 0)
        {
            return [];
        }

        if (_territoires.CommunesParNom(Nom.Nom) is { Count: > 0 } exactes)
        {
            return [.. exactes];
        }

        foreach (var variante in Nom.Variantes())
        {
            var trouvees = _territoires.CommunesParNom(variante);

            // A part of a name is believed only beside another witness.
            if (trouvees.Any(t => MeresDuCode.Contains(NomsOfficiels.Mere(t.Commune)) || (ParInsee is not null && NomsOfficiels.Mere(ParInsee) == NomsOfficiels.Mere(t.Commune))))
            {
                return [.. trouvees];
            }
        }

        return [];
    }
}
