using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>What each kind of coordination asks for. Fields of the other kinds are dropped.</summary>
internal static class VerificationDeCoordination
{
    public static Coordination? Verifier(TypeDActivite type, Coordination? saisie, List<Erreur> erreurs)
    {
        if (saisie is null)
        {
            erreurs.Add(ErreursActivites.Coordination);
            return null;
        }

        return type switch
        {
            TypeDActivite.Animation => Animation(saisie, erreurs),
            TypeDActivite.Evenement => Evenement(saisie, erreurs),
            TypeDActivite.Partenariat => Partenariat(saisie, erreurs),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "This type isn't one of coordination."),
        };
    }

    private static Coordination Animation(Coordination c, List<Erreur> erreurs)
    {
        if (Nombre(c.Mediateurs, "coordination.mediateurs", erreurs) + Nombre(c.Structures, "coordination.structures", erreurs) + Nombre(c.AutresActeurs, "coordination.autres_acteurs", erreurs) == 0)
        {
            Dire("coordination.mediateurs", "Comptez au moins une personne ou une structure présente.", erreurs);
        }

        return new Coordination
        {
            Mediateurs = c.Mediateurs ?? 0,
            Structures = c.Structures ?? 0,
            AutresActeurs = c.AutresActeurs ?? 0,
            Nature = Un(c.Nature, Listes.TypesDAnimation, "coordination.nature", erreurs),
            Autre = Autre(c, c.Nature == "autre" || c.Thematiques.Contains("autre"), erreurs),
            Initiative = Un(c.Initiative, Listes.Initiatives, "coordination.initiative", erreurs),
            Thematiques = Plusieurs(c.Thematiques, Listes.ThematiquesDAnimation, "coordination.thematiques", auMoins: 1, erreurs),
        };
    }

    private static Coordination Evenement(Coordination c, List<Erreur> erreurs) => new()
    {
        Nom = Nom(c.Nom, erreurs),
        Participants = Nombre(c.Participants, "coordination.participants", erreurs),
        Nature = Un(c.Nature, Listes.TypesDEvenement, "coordination.nature", erreurs),
        Autre = Autre(c, c.Nature == "autre", erreurs),
        Organisateurs = Plusieurs(c.Organisateurs, Listes.Organisateurs, "coordination.organisateurs", auMoins: 1, erreurs),
        Echelon = Un(c.Echelon, Listes.Echelons, "coordination.echelon", erreurs),
    };

    private static Coordination Partenariat(Coordination c, List<Erreur> erreurs)
    {
        var partenaires = new List<Partenaire>();
        foreach (var p in c.Partenaires.Where(p => !string.IsNullOrWhiteSpace(p.Nom)).Take(Coordination.PartenairesMax + 1))
        {
            if (VerificationDActivite.Texte(p.Nom, "coordination.partenaires", Coordination.TexteMax, erreurs) is { } nom)
            {
                partenaires.Add(new Partenaire(nom, string.IsNullOrEmpty(p.Type) ? null : Un(p.Type, Listes.Organisateurs, "coordination.partenaires", erreurs)));
            }
        }

        if (partenaires.Count is 0 or > Coordination.PartenairesMax)
        {
            Dire("coordination.partenaires", "Nommez au moins une structure partenaire, cinquante au plus.", erreurs);
        }

        return new Coordination
        {
            Nom = Nom(c.Nom, erreurs),
            Natures = Plusieurs(c.Natures, Listes.NaturesDePartenariat, "coordination.natures", auMoins: 1, erreurs),
            Autre = Autre(c, c.Natures.Contains("autre"), erreurs),
            Echelon = Un(c.Echelon, Listes.Echelons, "coordination.echelon", erreurs),
            Partenaires = partenaires,
        };
    }

    private static string? Nom(string? nom, List<Erreur> erreurs)
    {
        if (string.IsNullOrWhiteSpace(nom))
        {
            Dire("coordination.nom", "Écrivez un nom.", erreurs);
        }

        return VerificationDActivite.Texte(nom, "coordination.nom", Coordination.TexteMax, erreurs);
    }

    private static int Nombre(int? nombre, string champ, List<Erreur> erreurs)
    {
        if (nombre is < 0 or > 100_000)
        {
            Dire(champ, "Écrivez un nombre de 0 à 100 000.", erreurs);
        }

        return nombre ?? 0;
    }

    private static string? Autre(Coordination c, bool demande, List<Erreur> erreurs) =>
        demande ? VerificationDActivite.Texte(c.Autre, "coordination.autre", Coordination.TexteMax, erreurs) : null;

    private static string? Un(string? code, Nomenclature liste, string champ, List<Erreur> erreurs)
    {
        if (!liste.Contient(code))
        {
            erreurs.Add(ErreursActivites.HorsListe with { Champ = champ, ValeursAcceptees = liste.Codes });
            return null;
        }

        return code;
    }

    private static string[] Plusieurs(IReadOnlyList<string> codes, Nomenclature liste, string champ, int auMoins, List<Erreur> erreurs)
    {
        if (codes.Count < auMoins || codes.Any(c => !liste.Contient(c)))
        {
            erreurs.Add(ErreursActivites.HorsListe with { Champ = champ, ValeursAcceptees = liste.Codes });
            return [];
        }

        return [.. liste.Codes.Where(codes.Contains)];
    }

    private static void Dire(string champ, string message, List<Erreur> erreurs) => erreurs.Add(ErreursActivites.Coordination with { Champ = champ, Message = message });
}
