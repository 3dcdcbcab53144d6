using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Kernel.Normes;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>What is typed about the agenda, checked: the same rules for each page.</summary>
internal static class VerificationDAgenda
{
    private static readonly int[] Rythmes = [1, 2, 4];

    /// <summary>One availability for each weekday, or for each day chosen by itself.</summary>
    public static Resultat<IReadOnlyList<Disponibilite>> Verifier(SaisieDeDisponibilite saisie, Guid compte, Guid organisation, Func<Guid> id, Func<string?, LieuDAgenda?> lieu, IReadOnlyList<Salle> salles, IReadOnlyList<Disponibilite> connues, DateTimeOffset maintenant)
    {
        var fautes = new List<Erreur>();
        var ou = lieu(saisie.Lieu);
        Exiger(fautes, ou is not null, ErreursAgenda.Lieu);
        var aujourdhui = HeuresLocales.Jour(ou?.Fuseau, maintenant);
        var (de, a) = (HeureSaisie.Lire(saisie.De), HeureSaisie.Lire(saisie.A));
        Exiger(fautes, de is not null && a is not null && a > de, ErreursAgenda.Heures);
        Exiger(fautes, saisie.Duree is { } d && Disponibilite.Durees.Contains(d) && (de is null || a is null || a <= de || (a.Value - de.Value).TotalMinutes >= d), ErreursAgenda.Duree);
        Exiger(fautes, Rythmes.Contains(saisie.Semaines), ErreursAgenda.Rythme);
        Exiger(fautes, saisie.Salle is null || salles.Any(s => s.Id == saisie.Salle && s.FermeeLe is null && s.Lieu == ou?.Id), ErreursAgenda.Salle);
        var depuis = saisie.Depuis ?? aujourdhui;
        Exiger(fautes, depuis >= aujourdhui.AddDays(-7) && depuis <= aujourdhui.AddYears(2) && (saisie.Jusqua is not { } fin || (fin >= depuis && fin <= depuis.AddYears(2))), ErreursAgenda.Dates);
        if (saisie.Tournee)
        {
            Exiger(fautes, saisie.Dates.Count > 0 && saisie.Dates.All(j => j >= aujourdhui && j <= aujourdhui.AddYears(2)), ErreursAgenda.Tournee);
        }
        else
        {
            Exiger(fautes, saisie.Jours.Count > 0 && saisie.Jours.All(j => j is >= 1 and <= 7), ErreursAgenda.Jours);
        }

        if (fautes.Count > 0)
        {
            return Resultat<IReadOnlyList<Disponibilite>>.Echec(fautes);
        }

        var premiers = saisie.Tournee ? saisie.Dates.Distinct().Select(j => (Depuis: j, Jusqua: (DateOnly?)j)) : saisie.Jours.Distinct().Select(j => (Depuis: PremierJour(depuis, j), saisie.Jusqua));
        List<Disponibilite> faites =
        [
            .. premiers.Where(p => p.Jusqua is not { } fin || p.Depuis <= fin).OrderBy(p => p.Depuis).Select(p => new Disponibilite
            {
                Id = id(), Compte = compte, Organisation = organisation, Lieu = ou!.Id, Fuseau = ou.Fuseau, Departement = ou.Departement, Salle = saisie.Salle, Depuis = p.Depuis, Jusqua = p.Jusqua,
                Semaines = saisie.Tournee ? 1 : saisie.Semaines, De = de!.Value, A = a!.Value, Duree = saisie.Duree!.Value, EnLigne = saisie.EnLigne, Tournee = saisie.Tournee, CreeeLe = maintenant,
            }),
        ];
        if (faites.Count == 0)
        {
            return ErreursAgenda.Dates;
        }

        if (faites.Any(f => connues.Any(f.SeMelangeA)))
        {
            return ErreursAgenda.Melange;
        }

        return connues.Count(c => c.Jusqua is null || c.Jusqua >= aujourdhui) + faites.Count > Disponibilite.Max ? ErreursAgenda.TropDeDisponibilites : faites;
    }

    public static Resultat<AtelierPrevu> Verifier(SaisieDAtelier saisie, Guid id, Guid compte, Guid organisation, Func<string?, LieuDAgenda?> lieu, IReadOnlyList<Salle> salles, DateTimeOffset maintenant)
    {
        var fautes = new List<Erreur>();
        var ou = lieu(saisie.Lieu);
        Exiger(fautes, ou is not null, ErreursAgenda.Lieu);
        var (titre, description) = Textes(fautes, saisie.Titre, saisie.Description);
        var (de, a) = (HeureSaisie.Lire(saisie.De), HeureSaisie.Lire(saisie.A));
        Exiger(fautes, de is not null && a is not null && a > de, ErreursAgenda.Heures);
        var salle = salles.FirstOrDefault(s => s.Id == saisie.Salle && s.FermeeLe is null && s.Lieu == ou?.Id);
        Exiger(fautes, saisie.Salle is null || salle is not null, ErreursAgenda.Salle);
        Exiger(fautes, saisie.Capacite is >= 1 and <= AtelierPrevu.CapaciteMax && (salle is null || saisie.Capacite <= salle.Capacite), ErreursAgenda.Capacite);
        var aujourdhui = HeuresLocales.Jour(ou?.Fuseau, maintenant);
        Exiger(fautes, saisie.Date is { } j && j >= aujourdhui && j <= aujourdhui.AddYears(2), ErreursAgenda.Date);
        if (fautes.Count > 0)
        {
            return Resultat<AtelierPrevu>.Echec(fautes);
        }

        var zone = HeuresLocales.Zone(ou!.Fuseau);
        var debut = HeuresLocales.Instant(zone, saisie.Date!.Value, de!.Value);
        return debut <= maintenant ? ErreursAgenda.Date : new AtelierPrevu
        {
            Id = id,
            Compte = compte,
            Organisation = organisation,
            Lieu = ou.Id,
            Fuseau = ou.Fuseau,
            Salle = saisie.Salle,
            Debut = debut,
            Fin = HeuresLocales.Instant(zone, saisie.Date.Value, a!.Value),
            Titre = titre!,
            Description = description,
            Capacite = saisie.Capacite!.Value,
            EnLigne = saisie.EnLigne,
            CreeLe = maintenant,
        };
    }

    /// <summary>What may change once people are registered: neither the day nor the place.</summary>
    public static Resultat<(string Titre, string? Description, int Capacite)> Corriger(SaisieDAtelier saisie, Salle? salle, int prises)
    {
        var fautes = new List<Erreur>();
        var (titre, description) = Textes(fautes, saisie.Titre, saisie.Description);
        Exiger(fautes, saisie.Capacite is >= 1 and <= AtelierPrevu.CapaciteMax && (salle is null || saisie.Capacite <= salle.Capacite), ErreursAgenda.Capacite);
        Exiger(fautes, saisie.Capacite is not { } c || c >= prises, ErreursAgenda.CapacitePrise);
        return fautes.Count > 0 ? Resultat<(string, string?, int)>.Echec(fautes) : (titre!, description, saisie.Capacite!.Value);
    }

    /// <summary>Who comes. A first name is asked for, or a card: then the name isn't needed.</summary>
    public static Resultat<QuiVient> Verifier(SaisieDeReservation saisie, bool connue)
    {
        var fautes = new List<Erreur>();
        var (prenom, telephone, courriel) = (NomsDesPersonnes.Lire(saisie.Prenom), Telephones.Lire(saisie.Telephone), NomsDesPersonnes.LireCourriel(saisie.Courriel));
        Exiger(fautes, prenom is not null || (connue && string.IsNullOrWhiteSpace(saisie.Prenom)), ErreursAgenda.Prenom);
        Exiger(fautes, telephone is not null || string.IsNullOrWhiteSpace(saisie.Telephone), ErreursAgenda.Telephone);
        Exiger(fautes, courriel is not null || string.IsNullOrWhiteSpace(saisie.Courriel), ErreursAgenda.Courriel);
        Exiger(fautes, !saisie.Sms || NumeroDeMobile.Lire(telephone) is not null || fautes.Contains(ErreursAgenda.Telephone), ErreursAgenda.Sms);
        Exiger(fautes, string.IsNullOrEmpty(saisie.Besoin) || ListesDAgenda.Besoins.Contains(saisie.Besoin), ErreursAgenda.HorsListe);
        Exiger(fautes, string.IsNullOrEmpty(saisie.Interprete) || ListesDAgenda.Langues.Contains(saisie.Interprete), ErreursAgenda.HorsListe with { Champ = "Interprete" });
        Exiger(fautes, saisie.Amenagements.All(ListesDAgenda.Amenagements.Contains), ErreursAgenda.HorsListe with { Champ = "Amenagements" });
        return fautes.Count > 0
            ? Resultat<QuiVient>.Echec(fautes)
            : new QuiVient(prenom, telephone, courriel, saisie.Sms, Vide(saisie.Besoin), Vide(saisie.Interprete), [.. saisie.Amenagements.Distinct().OrderBy(a => a, StringComparer.Ordinal)]);
    }

    private static (string? Titre, string? Description) Textes(List<Erreur> fautes, string? titre, string? description)
    {
        var (lu, texte) = (TextesCourts.Lire(titre, AtelierPrevu.TitreMax), TextesCourts.Lire(description, AtelierPrevu.DescriptionMax));
        Exiger(fautes, lu is not null && !lu.Contains('\n', StringComparison.Ordinal), ErreursAgenda.Titre);
        Exiger(fautes, texte is not null || string.IsNullOrWhiteSpace(description), ErreursAgenda.Description);
        Exiger(fautes, !TextesCourts.Refuse(lu) && !TextesCourts.Refuse(texte), ErreursAgenda.TexteRefuse);
        return (lu, texte);
    }

    private static DateOnly PremierJour(DateOnly depuis, int jour) => depuis.AddDays((jour - Iso(depuis) + 7) % 7);

    private static int Iso(DateOnly jour) => jour.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)jour.DayOfWeek;

    private static string? Vide(string? texte) => string.IsNullOrEmpty(texte) ? null : texte;

    private static void Exiger(List<Erreur> fautes, bool vrai, Erreur erreur)
    {
        if (!vrai)
        {
            fautes.Add(erreur);
        }
    }
}
