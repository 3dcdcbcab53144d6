using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Fichiers.Tableurs;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>What a file of figures says of itself, so that it can be read far from the page that it came from: whose, of when, narrowed by what, counted on which day.</summary>
internal sealed record EnTeteDeChiffres
{
    public required NiveauDePerimetre Niveau { get; init; }

    /// <summary>« Médiathèque Exemple », « Loire ».</summary>
    public required string DeQui { get; init; }

    public required DateOnly Du { get; init; }
    public required DateOnly Au { get; init; }

    /// <summary>What the figures were narrowed to, in words; empty for everything.</summary>
    public required string Choisi { get; init; }

    public required DateTimeOffset CalculeLe { get; init; }

    /// <summary>The title that a report was given.</summary>
    public string? Titre { get; init; }

    public string? Commentaire { get; init; }

    /// <summary>The header of a report.</summary>
    public static EnTeteDeChiffres De(Rapport r) => new() { Niveau = r.Niveau, DeQui = r.DeQui, Du = r.Du, Au = r.Au, Choisi = r.Choisi, CalculeLe = r.CalculeLe, Titre = r.Titre, Commentaire = r.Commentaire };

    /// <summary>Name of the file, without its extension: two files of the same days that don't count the same thing have two names.</summary>
    public string NomDeFichier(string debut) => $"{debut}-{PerimetresPermis.Nom(Niveau)}-{Du:yyyy-MM-dd}-{Au:yyyy-MM-dd}{(Choisi.Length > 0 ? "-filtre" : "")}";

    /// <summary>A name and a value a line: dates are dates.</summary>
    public IReadOnlyList<(string Nom, CelluleDeTableur Valeur)> Lignes()
    {
        var niveau = MotsRapports.T($"Niveau.{PerimetresPermis.Nom(Niveau)}");
        var (avantDu, avantAu) = PeriodesDeStatistiques.Precedente(Du, Au);
        return
        [
            .. Titre is null ? [] : ((string, CelluleDeTableur)[])[Ligne("titre", CelluleDeTableur.De(Titre))],
            Ligne("niveau", CelluleDeTableur.De(niveau)),
            .. DeQui == niveau ? [] : ((string, CelluleDeTableur)[])[Ligne("de_qui", CelluleDeTableur.De(DeQui))],
            Ligne("du", CelluleDeTableur.De(Du)),
            Ligne("au", CelluleDeTableur.De(Au)),
            Ligne("avant_du", CelluleDeTableur.De(avantDu)),
            Ligne("avant_au", CelluleDeTableur.De(avantAu)),
            Ligne("choisi", CelluleDeTableur.De(Choisi.Length > 0 ? Choisi : MotsRapports.T("Partage.SansFiltre"))),
            Ligne("calcule_le", CelluleDeTableur.De(JourDeParis.De(CalculeLe))),
            .. Commentaire is null ? [] : ((string, CelluleDeTableur)[])[Ligne("commentaire", CelluleDeTableur.De(Commentaire))],
        ];

        static (string, CelluleDeTableur) Ligne(string cle, CelluleDeTableur valeur) => (MotsRapports.T($"EnTete.{cle}"), valeur);
    }
}
