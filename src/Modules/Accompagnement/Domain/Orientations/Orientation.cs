using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>Who says that the person came.</summary>
internal enum ConfirmationDArrivee
{
    Receveur,

    /// <summary>The person told who had sent them.</summary>
    Personne,
}

/// <summary>
/// Somebody is sent to who can help. What goes with them is what a welcome needs: the need, the language, the accessibility, when they are free. Neither a
/// name nor a story. Each move is checked by <see cref="EtatsDOrientation"/> and by what the move asks for.
/// </summary>
internal sealed class Orientation : IJournalisee
{
    public const int PrecisionMax = 140;
    public const int StructureMax = 120;
    public const int LieuMax = 200;

    /// <summary>Without an answer it goes back to who sent it.</summary>
    public static readonly TimeSpan DelaiDeReponse = TimeSpan.FromDays(21);

    /// <summary>An appointment is within a year.</summary>
    public static readonly TimeSpan RendezVousMax = TimeSpan.FromDays(366);

    public required Guid Id { get; init; }

    /// <summary>The <see cref="BesoinExprime"/>.</summary>
    public required Guid Besoin { get; init; }

    /// <summary>Code of the need, that the receiver reads.</summary>
    public required string Code { get; init; }

    public required string Reference { get; init; }
    public required Guid Auteur { get; init; }
    public required Guid Organisation { get; init; }

    /// <summary>The client of the API that sent it in the name of its author; null from the page.</summary>
    public Guid? Client { get; init; }

    /// <summary>0 for the first, 1 and 2 for those that follow.</summary>
    public required int Rang { get; init; }

    /// <summary>Place of the map; null for a structure that isn't on it.</summary>
    public string? Lieu { get; init; }

    /// <summary>The structure called, when it isn't on the map.</summary>
    public string? Structure { get; init; }

    public required Metier Metier { get; init; }

    /// <summary>The organisation that declared the place, when it has: it reads what is sent to it.</summary>
    public Guid? Destinataire { get; init; }

    /// <summary>To a place of the organisation that sends: counted nowhere.</summary>
    public bool MemeStructure { get; init; }

    public required bool Urgent { get; init; }

    /// <summary>Code of <see cref="CodesDOrientation.Langues"/>; null for French.</summary>
    public string? Langue { get; init; }

    /// <summary>An interpreter is to be booked.</summary>
    public bool Interprete { get; init; }

    public string[] Amenagements { get; init; } = [];
    public string[] Disponibilites { get; init; } = [];

    /// <summary>What helps the welcome, in a few words. The journal, that never forgets, doesn't keep it.</summary>
    [HorsJournal]
    public string? Precision { get; private set; }

    /// <summary>The yeses: who, when, how.</summary>
    public IReadOnlyList<AccordDOrientation> Accords { get; private set; } = [];

    /// <summary>The person agrees that who sent them learns that they came.</summary>
    public bool RetourConsenti { get; private set; }

    /// <summary>Places that could have received too, the next first.</summary>
    public string[] Candidats { get; init; } = [];

    public EtatDOrientation Etat { get; private set; } = EtatDOrientation.Proposee;
    public required DateTimeOffset ProposeeLe { get; init; }
    public required DateTimeOffset EtatDepuis { get; set; }
    public DateTimeOffset? EnvoyeeLe { get; private set; }
    public DateTimeOffset? RepondueLe { get; private set; }
    public DateTimeOffset? RdvLe { get; private set; }
    public DateTimeOffset? HonoreeLe { get; private set; }
    public ConfirmationDArrivee? ConfirmeePar { get; private set; }
    public DateTimeOffset? FinieLe { get; private set; }

    /// <summary>Code of <see cref="CodesDOrientation.Resultats"/>.</summary>
    public string? Resultat { get; private set; }

    /// <summary>Code of <see cref="CodesDOrientation.MotifsDeRefus"/>, or <see cref="CodesDOrientation.Retrait"/>.</summary>
    public string? Motif { get; private set; }

    public int Version { get; private set; } = 1;

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>What who sent it may know: that the person came, or not, is theirs to tell.</summary>
    public EtatDOrientation EtatPourLEnvoyeur => RetourConsenti || ConfirmeePar == ConfirmationDArrivee.Personne || Etat is not (EtatDOrientation.Honoree or EtatDOrientation.NonHonoree or EtatDOrientation.Close) ? Etat
        : RdvLe is not null ? EtatDOrientation.RdvFixe
        : RepondueLe is not null ? EtatDOrientation.Recue
        : EtatDOrientation.Envoyee;

    /// <summary>True when who sent it may know how it ended.</summary>
    public bool RetourVisible => EtatPourLEnvoyeur == Etat;

    /// <summary>True when it came back and the need is still there.</summary>
    public bool Revenue => Etat == EtatDOrientation.Expiree || (Etat == EtatDOrientation.Refusee && Motif != CodesDOrientation.Retrait) || (Etat == EtatDOrientation.Close && Resultat == CodesDOrientation.Reoriente && RetourVisible);

    public DateTimeOffset? ExpireLe => Etat == EtatDOrientation.Envoyee ? EnvoyeeLe + DelaiDeReponse : null;

    /// <summary>What helps the welcome, checked: short, without a secret nor a contact. What only looks like a telephone passes once it is said that it isn't one.</summary>
    public Resultat<string?> Preciser(string? texte, bool pasUnTelephone = false)
    {
        var lue = TextesCourts.Lire(texte, PrecisionMax);
        if (!string.IsNullOrWhiteSpace(texte) && lue is null)
        {
            return ErreursOrientation.Precision;
        }

        if (Kernel.Texte.ReperageDeSecrets.Reperer(lue).Any(r => !pasUnTelephone || r.Nature != Kernel.Texte.NatureDeSecret.Telephone))
        {
            return ErreursOrientation.PrecisionRefusee;
        }

        Precision = lue;
        return Resultat<string?>.Ok(lue);
    }

    /// <summary>The yes of everybody who must say it.</summary>
    public Resultat<EtatDOrientation> Accepter(IReadOnlyList<AccordDOrientation> accords, IReadOnlyList<PartieAUnMandat> parties, bool retourConsenti, DateTimeOffset maintenant)
    {
        // The person first, whoever else must say yes.
        foreach (var partie in parties.Prepend(PartieAUnMandat.Personne))
        {
            if (accords.All(a => a.Qui != partie))
            {
                return partie switch
                {
                    PartieAUnMandat.Personne => ErreursOrientation.Accord,
                    PartieAUnMandat.Responsable => ErreursOrientation.AccordDuResponsable,
                    _ => ErreursOrientation.AccordDuProtecteur,
                };
            }
        }

        if (accords.Select(AccordDOrientation.Verifier).OfType<Erreur>().FirstOrDefault() is { } faute)
        {
            return faute;
        }

        var passee = Passer(EtatDOrientation.Acceptee, ActeurDOrientation.QuiEnvoie, maintenant);
        if (passee.Reussi)
        {
            (Accords, RetourConsenti) = (accords, retourConsenti);
        }

        return passee;
    }

    /// <summary>Goes to the receiver, seen just now.</summary>
    public Resultat<EtatDOrientation> Envoyer(ReceveurVu receveur, DateTimeOffset maintenant)
    {
        if (Accords.Count == 0)
        {
            return ErreursOrientation.Accord;
        }

        if (receveur.Refus is { } refus)
        {
            return refus;
        }

        var passee = Passer(EtatDOrientation.Envoyee, ActeurDOrientation.QuiEnvoie, maintenant);
        if (passee.Reussi)
        {
            EnvoyeeLe = maintenant;
        }

        return passee;
    }

    /// <summary>The receiver has it. Said twice, it is once.</summary>
    public Resultat<EtatDOrientation> Recevoir(DateTimeOffset maintenant)
    {
        if (Etat == EtatDOrientation.Recue)
        {
            return Etat;
        }

        return Repondre(Passer(EtatDOrientation.Recue, ActeurDOrientation.QuiRecoit, maintenant), maintenant);
    }

    public Resultat<EtatDOrientation> FixerLeRendezVous(DateTimeOffset? quand, DateTimeOffset maintenant)
    {
        if (quand is not { } le || le <= maintenant || le > maintenant + RendezVousMax)
        {
            return ErreursOrientation.RendezVous;
        }

        var passee = Repondre(Passer(EtatDOrientation.RdvFixe, ActeurDOrientation.QuiRecoit, maintenant), maintenant);
        if (passee.Reussi)
        {
            RdvLe = le;
        }

        return passee;
    }

    /// <summary>The person came: said by the receiver, or by the person to who sent them.</summary>
    public Resultat<EtatDOrientation> Honorer(ConfirmationDArrivee? par, DateTimeOffset maintenant)
    {
        if (par is not { } confirmation)
        {
            return ErreursOrientation.Confirmation;
        }

        if (confirmation == ConfirmationDArrivee.Personne && HonoreeLe is not null)
        {
            // The receiver said so already, and who sent them wasn't told: now the person has.
            (ConfirmeePar, Version) = (confirmation, Version + 1);
            return Etat;
        }

        var passee = Passer(EtatDOrientation.Honoree, confirmation == ConfirmationDArrivee.Receveur ? ActeurDOrientation.QuiRecoit : ActeurDOrientation.QuiEnvoie, maintenant);
        if (passee.Reussi)
        {
            (HonoreeLe, ConfirmeePar) = (maintenant, confirmation);
        }

        return passee;
    }

    public Resultat<EtatDOrientation> NePasHonorer(DateTimeOffset maintenant) => Passer(EtatDOrientation.NonHonoree, ActeurDOrientation.QuiRecoit, maintenant);

    public Resultat<EtatDOrientation> Clore(string? resultat, DateTimeOffset maintenant)
    {
        if (resultat is null || !CodesDOrientation.Resultats.Contains(resultat, StringComparer.Ordinal))
        {
            return ErreursOrientation.Resultat;
        }

        var passee = Passer(EtatDOrientation.Close, ActeurDOrientation.QuiRecoit, maintenant);
        if (passee.Reussi)
        {
            (Resultat, FinieLe) = (resultat, maintenant);
        }

        return passee;
    }

    /// <summary>The receiver can't, and says why.</summary>
    public Resultat<EtatDOrientation> Refuser(string? motif, DateTimeOffset maintenant)
    {
        if (motif is null || !CodesDOrientation.MotifsDeRefus.Contains(motif, StringComparer.Ordinal))
        {
            return ErreursOrientation.Motif;
        }

        return Finir(EtatDOrientation.Refusee, ActeurDOrientation.QuiRecoit, motif, maintenant);
    }

    /// <summary>The person changed their mind.</summary>
    public Resultat<EtatDOrientation> Retirer(DateTimeOffset maintenant) => Finir(EtatDOrientation.Refusee, ActeurDOrientation.QuiEnvoie, CodesDOrientation.Retrait, maintenant);

    /// <summary>Nobody answered.</summary>
    public Resultat<EtatDOrientation> Expirer(DateTimeOffset maintenant) =>
        Etat == EtatDOrientation.Envoyee && ExpireLe > maintenant ? ErreursOrientation.TropTot : Finir(EtatDOrientation.Expiree, ActeurDOrientation.LeTemps, null, maintenant);

    /// <summary>The words go; false when there was none.</summary>
    public bool Effacer()
    {
        if (Precision is null && Accords.All(a => a.Temoin is null))
        {
            return false;
        }

        (Precision, Accords) = (null, [.. Accords.Select(a => a with { Temoin = null })]);
        return true;
    }

    private Resultat<EtatDOrientation> Finir(EtatDOrientation vers, ActeurDOrientation par, string? motif, DateTimeOffset maintenant)
    {
        var passee = Passer(vers, par, maintenant);
        if (passee.Reussi)
        {
            (Motif, FinieLe) = (motif, maintenant);
        }

        return par == ActeurDOrientation.QuiRecoit ? Repondre(passee, maintenant) : passee;
    }

    private Resultat<EtatDOrientation> Repondre(Resultat<EtatDOrientation> passee, DateTimeOffset maintenant)
    {
        if (passee.Reussi)
        {
            RepondueLe ??= maintenant;
        }

        return passee;
    }

    private Resultat<EtatDOrientation> Passer(EtatDOrientation vers, ActeurDOrientation par, DateTimeOffset maintenant)
    {
        if (!EtatsDOrientation.Permet(Etat, vers, par))
        {
            return ErreursOrientation.Etat;
        }

        (Etat, EtatDepuis, Version) = (vers, maintenant, Version + 1);
        return vers;
    }
}
