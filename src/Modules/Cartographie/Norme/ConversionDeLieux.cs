using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Norme.Ecriture;

namespace FaireAvec.Cartographie.Norme;

/// <summary>
/// Writes a file of places in another format, so that it follows the standard 1.0.2: a value that the standard refuses is mended when what was meant is
/// plain, left out otherwise; a row without what the standard asks for is left out. Each of these is told.
/// </summary>
internal sealed class ConversionDeLieux(SchemaDesLieux schema)
{
    public const string FormatRefuse = "FMT-01";

    public BilanDeConversion Convertir(LectureFichier fichier, EcritureDeLieux ecriture, Action<Retouche> noter, CancellationToken annulation)
    {
        var bilan = new BilanDeConversion();
        var (lecture, norme, ids) = (new LectureDesLieux(schema), new VerificationDeLaNorme(schema), new HashSet<string>(StringComparer.Ordinal));
        void Dire(Retouche retouche)
        {
            bilan.Rejetees += retouche.Rejete ? 1 : 0;
            bilan.Retouches += retouche.Rejete ? 0 : 1;
            noter(retouche);
        }

        foreach (var ligne in fichier.Lignes(a =>
        {
            bilan.Lues++;
            Dire(new Retouche(a.Ligne, a.Id, null, null, null, ReglesDeLaNorme.LigneIllisible, true, a.Raison));
        }))
        {
            annulation.ThrowIfCancellationRequested();
            bilan.Lues++;
            var lu = lecture.Lire(ligne);
            foreach (var c in lu.Conversions ?? [])
            {
                Dire(new Retouche(lu.Ligne, Defaut.Court(lu.Id), c.Colonne, Defaut.Court(c.Avant), c.Apres, c.Apres is null ? ReglesDeLaNorme.ValeurV0Perdue : ReglesDeLaNorme.ValeurV0, false, c.Apres is null ? "Valeur des versions 0.x sans équivalent." : "Valeur des versions 0.x."));
            }

            if (Redresser(lu, norme, Dire) is { } rejet || Rejet(lu, ids, ecriture, out rejet))
            {
                Dire(rejet!);
                continue;
            }

            bilan.Ecrites++;
        }

        ecriture.Finir();
        return bilan;
    }

    private bool Rejet(LieuLu lu, HashSet<string> ids, EcritureDeLieux ecriture, out Retouche? rejet)
    {
        rejet = null;
        if (!ids.Add(lu.Id!))
        {
            rejet = new Retouche(lu.Ligne, Defaut.Court(lu.Id), "id", Defaut.Court(lu.Id), null, ReglesDeLaNorme.IdentifiantEnDouble, true, "Cet identifiant est déjà dans le fichier.");
        }
        else if (ecriture.Ecrire(Fiche(lu)) is { } raison)
        {
            rejet = new Retouche(lu.Ligne, Defaut.Court(lu.Id), null, null, null, FormatRefuse, true, raison);
        }

        return rejet is not null;
    }

    /// <summary>The place, an unknown pivot being unknown and not fourteen zeros.</summary>
    private FicheLieu Fiche(LieuLu lu)
    {
        var fiche = lu.Fiche(schema);
        fiche.Pivot = fiche.Pivot == EcritureCsv.PivotInconnu ? null : fiche.Pivot;
        return fiche;
    }

    /// <summary>Mends the values in place; what is returned leaves the row out.</summary>
    private Retouche? Redresser(LieuLu lu, VerificationDeLaNorme norme, Action<Retouche> noter)
    {
        Retouche Faire(ColonneDeLaNorme c, string? avant, string? apres, string regle, bool rejete, string raison) =>
            new(lu.Ligne, Defaut.Court(lu.Id), c.Nom, Defaut.Court(avant), Defaut.Court(apres), regle, rejete, raison);

        foreach (var colonne in schema.Colonnes)
        {
            if (colonne.EstListe)
            {
                Liste(lu, colonne, norme, (avant, apres) => noter(Faire(colonne, avant, apres, ReglesDeLaNorme.CodeDe(colonne), false, apres is null ? "La norme refuse cette valeur : elle est laissée de côté." : "Écrit comme la norme le veut.")));
                continue;
            }

            var texte = lu.Texte(colonne.Rang);
            if (texte is null)
            {
                if (colonne.Obligatoire && colonne.Nom != "pivot")
                {
                    return Faire(colonne, null, null, ReglesDeLaNorme.CelluleVide, true, "Ce champ est obligatoire et il est vide.");
                }

                continue;
            }

            if (colonne.LongueurMax is { } max && texte.Length > max)
            {
                var court = Couper(texte, max);
                lu.Ecrire(colonne.Rang, court);
                noter(Faire(colonne, texte, court, ReglesDeLaNorme.CodeDe(colonne), false, $"Coupé à {max} caractères."));
            }
            else if (!VerificationDeLaNorme.Convient(colonne, texte))
            {
                var propre = Suggestions.Proposer(colonne, texte);
                if (propre is null && colonne.Obligatoire && colonne.Nom != "pivot")
                {
                    return Faire(colonne, texte, null, ReglesDeLaNorme.CodeDe(colonne), true, "Ce champ est obligatoire, et la norme refuse ce qui est écrit.");
                }

                lu.Ecrire(colonne.Rang, propre);
                noter(Faire(colonne, texte, propre, ReglesDeLaNorme.CodeDe(colonne), false, propre is null ? "La norme refuse cette valeur : elle est laissée de côté." : "Écrit comme la norme le veut."));
            }
        }

        return null;
    }

    private static void Liste(LieuLu lu, ColonneDeLaNorme colonne, VerificationDeLaNorme norme, Action<string, string?> noter)
    {
        var valeurs = lu.Liste(colonne.Rang);
        if (valeurs.All(v => colonne.Fermee is null ? VerificationDeLaNorme.Convient(colonne, v) : norme.Libelle(colonne, v) == v))
        {
            return;
        }

        var redressees = new List<string>(valeurs.Count);
        foreach (var valeur in valeurs)
        {
            // A label by its slug is plain; one with wrong letters is a guess.
            var juste = colonne.Fermee is { } fermee
                ? norme.Libelle(colonne, valeur) ?? fermee.Trouver(valeur)
                : VerificationDeLaNorme.Convient(colonne, valeur) ? valeur : Suggestions.Proposer(colonne, valeur);
            if (juste != valeur)
            {
                noter(valeur, juste);
            }

            if (juste is not null)
            {
                redressees.Add(juste);
            }
        }

        lu.Remplacer(colonne.Rang, redressees);
    }

    private static string Couper(string texte, int max)
    {
        var fin = max - 3;
        return texte[..(char.IsHighSurrogate(texte[fin - 1]) ? fin - 1 : fin)] + "…";
    }
}

/// <summary>The numbers of a conversion.</summary>
internal sealed class BilanDeConversion
{
    public int Lues { get; set; }

    public int Ecrites { get; set; }

    public int Rejetees { get; set; }

    public int Retouches { get; set; }
}
