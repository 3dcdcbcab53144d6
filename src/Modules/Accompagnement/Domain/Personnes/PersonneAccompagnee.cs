using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>How much of oneself one gives, by one's own choice. An anonymous person has no row at all.</summary>
internal enum NiveauDIdentite
{
    /// <summary>A card, no name.</summary>
    Carte,

    /// <summary>A name, with consent.</summary>
    Suivie,
}

/// <summary>Somebody who is helped, with a card or by name. Never a staff account.</summary>
internal sealed class PersonneAccompagnee : IJournalisee
{
    public const int LieuMax = 200;
    public const int DocumentsMax = 500;

    public required Guid Id { get; init; }
    public required NiveauDIdentite Niveau { get; set; }

    /// <summary>Where it was opened.</summary>
    public required Guid Organisation { get; init; }

    /// <summary>Invented, for the demonstration.</summary>
    public bool Demonstration { get; init; }

    public required DateTimeOffset CreeeLe { get; set; }

    /// <summary>The person that this one turned out to be.</summary>
    public Guid? FusionneeDans { get; set; }

    /// <summary>First name, or the name that the person chose.</summary>
    [Personnel]
    public string? Prenom { get; private set; }

    [Personnel]
    public string? Nom { get; private set; }

    /// <summary>First and last name in their comparable form, for the search.</summary>
    [Personnel]
    public string? NomCherche { get; private set; }

    [Personnel]
    public int? AnneeDeNaissance { get; private set; }

    /// <summary>Code of the bracket, when the year isn't known.</summary>
    [Personnel]
    public string? Age { get; private set; }

    /// <summary>INSEE code of where they live.</summary>
    [Personnel]
    public string? Commune { get; private set; }

    /// <summary>Closed by Data Protection; the journal has it under the person's key.</summary>
    [HorsJournal]
    public byte[]? TelephoneFerme { get; private set; }

    /// <summary>Keyed hash: the same number is recognised without being read.</summary>
    [HorsJournal]
    public byte[]? TelephoneEmpreinte { get; private set; }

    [Personnel]
    public bool SansTelephone { get; private set; }

    [HorsJournal]
    public byte[]? CourrielFerme { get; private set; }

    [HorsJournal]
    public byte[]? CourrielEmpreinte { get; private set; }

    [Personnel]
    public string? Genre { get; private set; }

    [Personnel]
    public string? Statut { get; private set; }

    [Personnel]
    public string? Notes { get; private set; }

    /// <summary>Who must be a party to a mandate.</summary>
    [Personnel]
    public ProtectionDAdulte Protection { get; private set; }

    [Personnel]
    public string? Protecteur { get; private set; }

    [Personnel]
    public DateTimeOffset? AccordDuProtecteurLe { get; private set; }

    [Personnel]
    public string? Responsable { get; private set; }

    [Personnel]
    public DateTimeOffset? AccordDuResponsableLe { get; private set; }

    /// <summary>The next time, until appointments have their own screen.</summary>
    [Personnel]
    public DateOnly? RendezVousLe { get; private set; }

    [Personnel]
    public string? RendezVousOu { get; private set; }

    /// <summary>What to bring.</summary>
    [Personnel]
    public string? Documents { get; private set; }

    /// <summary>The last time that the sheet was opened or changed by who follows; acts count beside.</summary>
    public required DateTimeOffset DernierContactLe { get; set; }

    /// <summary>When everything that says who it is was erased.</summary>
    public DateTimeOffset? EffaceeLe { get; private set; }

    /// <summary>Grows at each change: two people who change at once don't undo each other.</summary>
    public int Version { get; private set; } = 1;

    string IJournalisee.IdJournal => Id.ToString();

    Guid? IJournalisee.PersonneConcernee => Id;

    /// <summary>True for one that people see: neither joined to another, nor erased.</summary>
    public bool Vivante => FusionneeDans is null && EffaceeLe is null;

    /// <summary>« Awa Sarr »; null for somebody who only has a card.</summary>
    public string? NomComplet => Niveau == NiveauDIdentite.Suivie && Prenom is not null ? $"{Prenom} {Nom}".TrimEnd() : null;

    /// <summary>What others are compared with.</summary>
    public PersonneComparee Comparee => new(Prenom, Nom, AnneeDeNaissance, Hexa(TelephoneEmpreinte), Hexa(CourrielEmpreinte));

    /// <summary>Keeps what was checked, with consent.</summary>
    public void Nommer(IdentiteDePersonne identite, ContactFerme? telephone, ContactFerme? courriel, DateTimeOffset maintenant)
    {
        Niveau = NiveauDIdentite.Suivie;
        (Prenom, Nom, AnneeDeNaissance, Age, Commune) = (identite.Prenom, identite.Nom, identite.AnneeDeNaissance, identite.Age, identite.Commune);
        (TelephoneFerme, TelephoneEmpreinte, SansTelephone) = (telephone?.Ferme, telephone?.Empreinte, identite.SansTelephone);
        (CourrielFerme, CourrielEmpreinte) = (courriel?.Ferme, courriel?.Empreinte);
        (Genre, Statut, Notes) = (identite.Genre, identite.Statut, identite.Notes);
        (AccordDuProtecteurLe, Protection, Protecteur) = (Depuis(identite.AccordDuProtecteur, AccordDuProtecteurLe, identite.Protecteur == Protecteur, maintenant), identite.Protection, identite.Protecteur);
        (AccordDuResponsableLe, Responsable) = (Depuis(identite.AccordDuResponsable, AccordDuResponsableLe, identite.Responsable == Responsable, maintenant), identite.Responsable);
        NomCherche = Cherche();
        Toucher(maintenant);
    }

    /// <summary>What is planned: a day, the hour and the place in words, what to bring. Null erases.</summary>
    public void Prevoir(DateOnly? quand, string? ou, string? documents, DateTimeOffset maintenant)
    {
        (RendezVousLe, RendezVousOu, Documents) = (quand, ou, documents);
        Toucher(maintenant);
    }

    /// <summary>The person keeps the card alone: what says who they are goes.</summary>
    public void RevenirALaCarte(DateTimeOffset maintenant)
    {
        Oublier();
        Niveau = NiveauDIdentite.Carte;
        Toucher(maintenant);
    }

    /// <summary>Everything goes; acts stay, without anybody. False when it was done already.</summary>
    public bool Effacer(DateTimeOffset maintenant)
    {
        if (EffaceeLe is not null)
        {
            return false;
        }

        Oublier();
        (RendezVousLe, RendezVousOu, Documents) = (null, null, null);
        EffaceeLe = maintenant;
        Version++;
        return true;
    }

    /// <summary>Fills the blanks of this one by what the other knows; its own values stay. Gives the names of what was filled.</summary>
    /// <param name="autre">The one that is joined to this one.</param>
    /// <param name="refermer">Closes again for this person what was closed for the other.</param>
    /// <param name="maintenant">Now.</param>
    public IReadOnlyList<string> Completer(PersonneAccompagnee autre, Func<byte[], byte[]?> refermer, DateTimeOffset maintenant)
    {
        var remplis = new List<string>();
        void Remplir(string champ, bool vide, bool connu, Action action)
        {
            if (vide && connu)
            {
                action();
                remplis.Add(champ);
            }
        }

        Remplir(nameof(Niveau), Niveau == NiveauDIdentite.Carte, autre.Niveau == NiveauDIdentite.Suivie, () => Niveau = NiveauDIdentite.Suivie);
        Remplir(nameof(Prenom), Prenom is null, autre.Prenom is not null, () => Prenom = autre.Prenom);
        Remplir(nameof(Nom), Nom is null, autre.Nom is not null, () => Nom = autre.Nom);
        Remplir(nameof(AnneeDeNaissance), AnneeDeNaissance is null, autre.AnneeDeNaissance is not null, () => AnneeDeNaissance = autre.AnneeDeNaissance);
        Remplir(nameof(Age), Age is null && AnneeDeNaissance is null, autre.Age is not null, () => Age = autre.Age);
        Remplir(nameof(Commune), Commune is null, autre.Commune is not null, () => Commune = autre.Commune);
        Remplir(nameof(TelephoneFerme), TelephoneFerme is null && !SansTelephone, autre.TelephoneFerme is not null, () => (TelephoneFerme, TelephoneEmpreinte) = (refermer(autre.TelephoneFerme!), autre.TelephoneEmpreinte));
        Remplir(nameof(CourrielFerme), CourrielFerme is null, autre.CourrielFerme is not null, () => (CourrielFerme, CourrielEmpreinte) = (refermer(autre.CourrielFerme!), autre.CourrielEmpreinte));
        Remplir(nameof(Genre), Genre is null, autre.Genre is not null, () => Genre = autre.Genre);
        Remplir(nameof(Statut), Statut is null, autre.Statut is not null, () => Statut = autre.Statut);
        Remplir(nameof(Notes), Notes is null, autre.Notes is not null, () => Notes = autre.Notes);
        Remplir(nameof(Protection), Protection == ProtectionDAdulte.Aucune, autre.Protection != ProtectionDAdulte.Aucune, () => (Protection, Protecteur, AccordDuProtecteurLe) = (autre.Protection, autre.Protecteur, autre.AccordDuProtecteurLe));
        Remplir(nameof(Responsable), Responsable is null, autre.Responsable is not null, () => (Responsable, AccordDuResponsableLe) = (autre.Responsable, autre.AccordDuResponsableLe));
        Remplir(nameof(RendezVousLe), RendezVousLe is null && RendezVousOu is null, autre.RendezVousLe is not null || autre.RendezVousOu is not null, () => (RendezVousLe, RendezVousOu) = (autre.RendezVousLe, autre.RendezVousOu));
        Remplir(nameof(Documents), Documents is null, autre.Documents is not null, () => Documents = autre.Documents);
        CreeeLe = autre.CreeeLe < CreeeLe ? autre.CreeeLe : CreeeLe;
        DernierContactLe = autre.DernierContactLe > DernierContactLe ? autre.DernierContactLe : DernierContactLe;
        NomCherche = Cherche();
        Version++;
        return remplis;
    }

    /// <summary>Takes back what <see cref="Completer"/> filled, unless somebody wrote something else since.</summary>
    public void Reprendre(PersonneAccompagnee autre, IReadOnlyCollection<string> remplis, DateTimeOffset creeeLe)
    {
        void Vider(string champ, bool inchange, Action action)
        {
            if (remplis.Contains(champ, StringComparer.Ordinal) && inchange)
            {
                action();
            }
        }

        Vider(nameof(Prenom), Prenom == autre.Prenom, () => Prenom = null);
        Vider(nameof(Nom), Nom == autre.Nom, () => Nom = null);
        Vider(nameof(AnneeDeNaissance), AnneeDeNaissance == autre.AnneeDeNaissance, () => AnneeDeNaissance = null);
        Vider(nameof(Age), Age == autre.Age, () => Age = null);
        Vider(nameof(Commune), Commune == autre.Commune, () => Commune = null);
        Vider(nameof(TelephoneFerme), Hexa(TelephoneEmpreinte) == Hexa(autre.TelephoneEmpreinte), () => (TelephoneFerme, TelephoneEmpreinte) = (null, null));
        Vider(nameof(CourrielFerme), Hexa(CourrielEmpreinte) == Hexa(autre.CourrielEmpreinte), () => (CourrielFerme, CourrielEmpreinte) = (null, null));
        Vider(nameof(Genre), Genre == autre.Genre, () => Genre = null);
        Vider(nameof(Statut), Statut == autre.Statut, () => Statut = null);
        Vider(nameof(Notes), Notes == autre.Notes, () => Notes = null);
        Vider(nameof(Protection), Protection == autre.Protection && Protecteur == autre.Protecteur, () => (Protection, Protecteur, AccordDuProtecteurLe) = (ProtectionDAdulte.Aucune, null, null));
        Vider(nameof(Responsable), Responsable == autre.Responsable, () => (Responsable, AccordDuResponsableLe) = (null, null));
        Vider(nameof(RendezVousLe), RendezVousLe == autre.RendezVousLe && RendezVousOu == autre.RendezVousOu, () => (RendezVousLe, RendezVousOu) = (null, null));
        Vider(nameof(Documents), Documents == autre.Documents, () => Documents = null);
        Vider(nameof(Niveau), Prenom is null, () => Niveau = NiveauDIdentite.Carte);
        CreeeLe = creeeLe;
        NomCherche = Cherche();
        Version++;
    }

    private static string? Hexa(byte[]? octets) => octets is null ? null : Convert.ToHexString(octets);

    // The date of an agreement is that of the first time that it was given by the same one.
    private static DateTimeOffset? Depuis(bool donne, DateTimeOffset? deja, bool deLaMeme, DateTimeOffset maintenant) => donne ? (deLaMeme ? deja : null) ?? maintenant : null;

    private string? Cherche() => TexteRecherche.Normaliser($"{Prenom} {Nom}") is { Length: > 0 } cherche ? cherche : null;

    private void Toucher(DateTimeOffset maintenant)
    {
        DernierContactLe = maintenant;
        Version++;
    }

    private void Oublier()
    {
        (Prenom, Nom, NomCherche, AnneeDeNaissance, Age, Commune) = (null, null, null, null, null, null);
        (TelephoneFerme, TelephoneEmpreinte, SansTelephone, CourrielFerme, CourrielEmpreinte) = (null, null, false, null, null);
        (Genre, Statut, Notes) = (null, null, null);
        (Protection, Protecteur, AccordDuProtecteurLe, Responsable, AccordDuResponsableLe) = (ProtectionDAdulte.Aucune, null, null, null, null);
    }
}
