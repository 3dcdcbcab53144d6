using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Imports;

/// <summary>A file of acts of another tool, deposited by a médiateur for their own acts.</summary>
internal sealed class ImportDActivites : IJournalisee
{
    public const int NomMax = 200;
    public const int PhraseMax = 1000;

    /// <summary>Largest file.</summary>
    public const int TailleMaxMo = 50;

    /// <summary>Most rows of one file.</summary>
    public const int LignesMax = 250_000;

    public required Guid Id { get; init; }
    public required Guid Auteur { get; init; }
    public required Guid Organisation { get; init; }

    /// <summary>Code of <see cref="OutilsDOrigine"/>.</summary>
    public required string Outil { get; set; }

    /// <summary>Name of the file, as it was given. Not in the journal: a name of file may hold a name of person.</summary>
    [HorsJournal]
    public required string Fichier { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required byte[] Empreinte { get; init; }

    public required long Octets { get; init; }

    public required EtatDImport Etat { get; set; }

    /// <summary>Row of the names of the columns; 0 when there is none.</summary>
    public long LigneDEntete { get; set; }

    [HorsJournal]
    public IReadOnlyList<ColonneDuFichier> Colonnes { get; set; } = [];

    public ReglagesDImport Reglages { get; set; } = new();

    /// <summary>What the whole file was refused for.</summary>
    public string? Phrase { get; set; }

    /// <summary>First day of the acts of the file.</summary>
    public DateOnly? Du { get; set; }

    /// <summary>Last day of the acts of the file.</summary>
    public DateOnly? Au { get; set; }

    /// <summary>Rows of the file, header aside.</summary>
    public int Lignes { get; set; }

    /// <summary>Lines done so far, by the reading or by the writing.</summary>
    public int Faites { get; set; }

    public BilanDImport? Bilan { get; set; }

    public required DateTimeOffset DeposeLe { get; init; }
    public DateTimeOffset? ConfirmeLe { get; set; }
    public DateTimeOffset? FiniLe { get; set; }

    /// <summary>When the file and its lines were erased; null while they are there.</summary>
    public DateTimeOffset? EffaceLe { get; set; }

    /// <summary>Goes to a state; false when it can't from where it is.</summary>
    public bool Passer(EtatDImport vers, DateTimeOffset maintenant)
    {
        if (!EtatsDImport.Permet(Etat, vers))
        {
            return false;
        }

        Etat = vers;
        if (vers == EtatDImport.Ecriture)
        {
            ConfirmeLe = maintenant;
        }

        if (vers is EtatDImport.Termine or EtatDImport.Annule or EtatDImport.Refuse or EtatDImport.Abandonne)
        {
            FiniLe = maintenant;
        }

        return true;
    }

    string IJournalisee.IdJournal => Id.ToString();
}

/// <summary>What a médiateur may say of the file when guessing isn't enough, and how they decide.</summary>
internal sealed record ReglagesDImport
{
    /// <summary>True when dates are written month first (03/25/2025).</summary>
    public bool MoisDAbord { get; init; }

    /// <summary>True when the workbook counts its days from 1904.</summary>
    public bool Depuis1904 { get; init; }

    /// <summary>Name of the author's organisation, when the file says for which one it was.</summary>
    public string? Structure { get; init; }

    /// <summary>Code of the type of acts that don't say theirs.</summary>
    public string? Type { get; init; }

    /// <summary>Id of the place of acts that say none.</summary>
    public string? Lieu { get; init; }

    /// <summary>Code of the theme of acts that say none.</summary>
    public string? Thematique { get; init; }

    /// <summary>True: acts that seem to be noted here already are added all the same. False: they are the same.</summary>
    public bool DoublonsAAjouter { get; init; }

    /// <summary>True: what was changed there is changed here too.</summary>
    public bool Corrections { get; init; } = true;
}

/// <summary>What an import did, or would do: numbers of acts. Kept when the lines are gone.</summary>
internal sealed record BilanDImport
{
    public int Actes { get; init; }
    public int Nouveaux { get; init; }
    public int Deja { get; init; }
    public int Corriges { get; init; }
    public int Conflits { get; init; }
    public int Doubles { get; init; }
    public int SupprimesIci { get; init; }
    public int Refuses { get; init; }

    /// <summary>Written.</summary>
    public int Ecrits { get; init; }

    /// <summary>Corrected here as they were there.</summary>
    public int CorrectionsFaites { get; init; }

    /// <summary>Joined to an act that was noted here.</summary>
    public int Lies { get; init; }

    /// <summary>Removed again by the rollback.</summary>
    public int Retires { get; init; }

    /// <summary>Left by the rollback: somebody changed them since.</summary>
    public int Gardes { get; init; }
}

/// <summary>Where a file comes from.</summary>
internal static class OutilsDOrigine
{
    /// <summary>The tool that médiateurs leave, or must still keep: its exports have an « ID CRA ».</summary>
    public const string ExportDeCra = "cra";

    /// <summary>A spreadsheet of one's own.</summary>
    public const string Tableur = "tableur";

    /// <summary>Longest code.</summary>
    public const int Max = 20;
}
