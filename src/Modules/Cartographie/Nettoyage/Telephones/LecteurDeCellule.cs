using FaireAvec.Kernel.Normes;

namespace FaireAvec.Cartographie.Nettoyage.Telephones;

/// <summary>One reading of one cell: words, several numbers, an extension, a fax.</summary>
/// <param name="departement">The code that <see cref="PlanDeNumerotation"/> knows, or null.</param>
internal sealed class LecteurDeCellule(string? departement)
{
    private static readonly string[] MotsDePoste = ["poste", "postes", "p", "ext", "extension", "interne", "x"];

    private static readonly string[] MotsDeTelecopie = ["fax", "telecopie", "télécopie", "telecopieur", "télécopieur"];

    private readonly NumeroEnChiffres _chiffres = new(departement);

    public List<NumeroTelephone> Numeros { get; } = [];

    public List<string> ReglesAppliquees { get; } = [];

    public string? Erreur { get; private set; }

    public string? Suggestion { get; private set; }

    public void Noter(string regle)
    {
        if (!ReglesAppliquees.Contains(regle))
        {
            ReglesAppliquees.Add(regle);
        }
    }

    public void Lire(string texte)
    {
        var propre = EcritureDeCellule.Preparer(texte, Noter);
        var mot = "";
        var i = 0;
        while (i < propre.Length)
        {
            if (EcritureDeCellule.EstDuNumero(propre[i]))
            {
                var debut = i;
                do
                {
                    i++;
                }
                while (i < propre.Length && EcritureDeCellule.EstDuNumero(propre[i]) && propre[i] != '+');
                Suite(propre[debut..i], mot);
                continue;
            }

            if (char.IsLetter(propre[i]))
            {
                var debut = i;
                while (i < propre.Length && char.IsLetter(propre[i]))
                {
                    i++;
                }

                mot = propre[debut..i].ToLowerInvariant();
                Noter(Regles.TelTexte);
                continue;
            }

            mot = propre[i] == '#' ? "poste" : "";
            i++;
        }
    }

    /// <summary>A run of digits and separators: an extension, a number, or several.</summary>
    private void Suite(string suite, string mot)
    {
        var chiffres = EcritureDeCellule.Chiffres(suite);
        if (chiffres.Length == 0)
        {
            return;
        }

        if (Numeros.Count > 0 && chiffres.Length <= 5 && MotsDePoste.Contains(mot))
        {
            if (Numeros[^1].Extension is null)
            {
                Numeros[^1] = Numeros[^1] with { Extension = chiffres };
            }

            return;
        }

        if (MotsDeTelecopie.Contains(mot))
        {
            Noter(Regles.TelTelecopie);
            Erreur ??= Regles.TelTelecopie;
            return;
        }

        var plus = suite.Contains('+', StringComparison.Ordinal);
        if (_chiffres.Lire(chiffres, plus, Noter) is { } seul)
        {
            Numeros.Add(seul);
            return;
        }

        if (Separes(suite, plus) is { } plusieurs)
        {
            Numeros.AddRange(plusieurs);
        }
        else if (Colles(chiffres) is { } colles)
        {
            Noter(Regles.TelColles);
            Numeros.AddRange(colles);
        }
        else if (Erreur is null)
        {
            Refuser(chiffres);
        }
    }

    /// <summary>« 04 77 12 34 56 / 57 », « 04 77 12 34 56 - 04 77 12 34 57 »: every part must be a number or the end of one.</summary>
    private List<NumeroTelephone>? Separes(string suite, bool plus)
    {
        foreach (var separateur in (string[])["/", ",", " - ", " – ", ":", "  ", "-"])
        {
            var parts = suite.Split(separateur, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length < 2)
            {
                continue;
            }

            var numeros = new List<NumeroTelephone>();
            var regles = new List<string>();
            var complet = true;
            var precedent = "";
            foreach (var part in parts)
            {
                var chiffres = EcritureDeCellule.Chiffres(part);
                if (chiffres.Length == 0)
                {
                    continue;
                }

                // « 56 / 57 »: the other end of the same line, never the police.
                if (chiffres.Length == 2 && precedent.Length == 10)
                {
                    chiffres = precedent[..8] + chiffres;
                }

                if (_chiffres.Lire(chiffres, plus && part.Contains('+', StringComparison.Ordinal), regles.Add) is not { } numero)
                {
                    complet = false;
                    break;
                }

                precedent = chiffres;
                numeros.Add(numero);
            }

            if (complet && numeros.Count > 0)
            {
                regles.ForEach(Noter);
                return numeros;
            }
        }

        return null;
    }

    /// <summary>Numbers written one after the other without anything between.</summary>
    private List<NumeroTelephone>? Colles(string chiffres)
    {
        var numeros = new List<NumeroTelephone>();
        for (var i = 0; i < chiffres.Length;)
        {
            var reste = chiffres.AsSpan(i);
            var longueur = reste.Length >= 10 && reste[0] == '0' ? 10 : reste.Length >= 11 && reste.StartsWith("33", StringComparison.Ordinal) ? 11 : 0;
            if (longueur == 0 || _chiffres.Lire(reste[..longueur].ToString(), false, _ => { }) is not { } numero)
            {
                return null;
            }

            numeros.Add(numero);
            i += longueur;
        }

        return numeros;
    }

    private void Refuser(string chiffres)
    {
        if (chiffres.AsSpan().IndexOfAnyExcept('0') < 0)
        {
            Erreur = Regles.TelZeros;
            return;
        }

        Erreur = chiffres.Length switch
        {
            < 10 => Regles.TelIncomplet,
            10 => Regles.TelForme,
            _ => Regles.TelTropDeChiffres,
        };
        var local = PlanDeNumerotation.IndicatifDuDepartement(departement);
        if (chiffres.Length == 6 && local is "590" or "594" or "596")
        {
            Suggestion = PlanDeNumerotation.DixChiffres($"0{local}{chiffres}", departement)?.Affichage;
        }
    }
}
