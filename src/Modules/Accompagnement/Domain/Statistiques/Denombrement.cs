using System.Numerics;
using System.Runtime.InteropServices;
using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>
/// Counts the facts that a filter accepts. A block may be taken away (sign -1): what is derived, less what changed since, plus what it is now, is the truth at
/// that moment, to the unit.
/// </summary>
internal static class Denombrement
{
    /// <summary>Adds a block to the indicators, or takes it away.</summary>
    public static void Ajouter(Indicateurs total, BlocDeFaits bloc, FiltreDeFaits filtre, int signe = 1)
    {
        var voulu = new FiltreDeBloc(filtre, bloc);
        if (voulu.Vide)
        {
            return;
        }

        var locales = new SommesDeBloc(bloc);
        for (var i = 0; i < bloc.Nombre; i++)
        {
            if (voulu.Accepte(i))
            {
                Compter(total, locales, bloc, i, signe);
            }
        }

        locales.Verser(total);
    }

    /// <summary>Counts only who came, for those who had come before a period.</summary>
    public static void Personnes(OccurrencesDePersonnes personnes, BlocDeFaits bloc, FiltreDeFaits filtre, int signe = 1)
    {
        if (bloc.Personnes.Length == 0)
        {
            return;
        }

        var voulu = new FiltreDeBloc(filtre, bloc);
        if (voulu.Vide)
        {
            return;
        }

        for (var i = 0; i < bloc.Nombre; i++)
        {
            if (bloc.DebutsDesPersonnes[i] < bloc.DebutsDesPersonnes[i + 1] && voulu.Accepte(i))
            {
                for (var p = bloc.DebutsDesPersonnes[i]; p < bloc.DebutsDesPersonnes[i + 1]; p++)
                {
                    personnes.Ajouter(bloc.Personnes[p], signe);
                }
            }
        }
    }

    /// <summary>Adds what was counted apart, in parallel.</summary>
    public static void Reunir(Indicateurs total, Indicateurs autre)
    {
        foreach (var ((_, la), (_, elle)) in total.Repartitions.Zip(autre.Repartitions))
        {
            for (var i = 0; i < la.Length; i++)
            {
                la[i] += elle[i];
            }
        }

        (total.Minutes, total.MinutesDePosture, total.PartALaPlace, total.PartAvec, total.PartFaire) =
            (total.Minutes + autre.Minutes, total.MinutesDePosture + autre.MinutesDePosture, total.PartALaPlace + autre.PartALaPlace, total.PartAvec + autre.PartAvec, total.PartFaire + autre.PartFaire);
        (total.SansNom, total.Suivies, total.SansNomNouvelles, total.Orientees) = (total.SansNom + autre.SansNom, total.Suivies + autre.Suivies, total.SansNomNouvelles + autre.SansNomNouvelles, total.Orientees + autre.Orientees);
        Reunir(total.ParJour, autre.ParJour);
        Reunir(total.ParLieu, autre.ParLieu);
        Reunir(total.ParCommune, autre.ParCommune);
        Reunir(total.ParDepartement, autre.ParDepartement);
        Reunir(total.ParResidence, autre.ParResidence);
        Reunir(total.ParOrganisation, autre.ParOrganisation);
        Reunir(total.ParEtiquette, autre.ParEtiquette);
        foreach (var (auteur, nombre) in autre.ParAuteur)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(total.ParAuteur, auteur, out _) += nombre;
        }

        total.Personnes.Ajouter(autre.Personnes);
    }

    internal static void Verser<T>(Dictionary<T, Mesures> total, T cle, Mesures mesures)
        where T : notnull
    {
        ref var ligne = ref CollectionsMarshal.GetValueRefOrAddDefault(total, cle, out _);
        ligne += mesures;
    }

    private static void Reunir<T>(Dictionary<T, Mesures> total, Dictionary<T, Mesures> autre)
        where T : notnull
    {
        foreach (var (cle, mesures) in autre)
        {
            Verser(total, cle, mesures);
        }
    }

    private static void Compter(Indicateurs total, SommesDeBloc locales, BlocDeFaits bloc, int i, int signe)
    {
        var (premiers, seconds) = (bloc.Premiers[i], bloc.Seconds[i]);
        var type = Traits.Type.Lire(premiers);
        var mediation = ((TypeDActivite)type).EstDeMediation();
        var (sansNom, suivies, duree) = (Traits.SansNom.Lire(seconds), Traits.Suivies.Lire(seconds), Traits.Duree.Lire(seconds));
        long accompagnements = signe * (sansNom + suivies);
        long minutes = mediation ? signe * duree : 0;
        total.ActivitesParType[type] += signe;
        total.AccompagnementsParType[type] += accompagnements;
        total.Origines[Traits.Origine.Lire(premiers)] += signe;
        locales.Compter(i, new Mesures(signe, accompagnements, minutes), signe);
        if (!mediation)
        {
            return;
        }

        total.Minutes += minutes;
        total.SansNom += signe * sansNom;
        total.Suivies += signe * suivies;
        total.TypesDeLieu[Traits.TypeDeLieu.Lire(premiers)] += accompagnements;
        total.TranchesDeDuree[Durees.Tranche(duree)] += accompagnements;
        total.Situations[Traits.Situation.Lire(premiers)] += accompagnements;
        for (var themes = bloc.Themes[i]; themes != 0; themes &= themes - 1)
        {
            total.Themes[BitOperations.TrailingZeroCount(themes)] += accompagnements;
        }

        for (var materiels = (uint)Traits.Materiels.Lire(premiers); materiels != 0; materiels &= materiels - 1)
        {
            total.Materiels[BitOperations.TrailingZeroCount(materiels)] += accompagnements;
        }

        Posture(total, premiers, seconds, minutes, accompagnements);
        if (type == (int)TypeDActivite.Collectif)
        {
            total.Niveaux[Traits.Niveau.Lire(premiers)] += accompagnements;
            Marges(total, bloc, i, sansNom, signe);
        }
        else
        {
            Individuel(total, premiers, sansNom, accompagnements, signe);
        }

        for (var p = bloc.DebutsDesPersonnes[i]; p < bloc.DebutsDesPersonnes[i + 1]; p++)
        {
            total.Personnes.Ajouter(bloc.Personnes[p], signe);
            var qui = bloc.Publics[p];
            Public(total.Genres, qui & 3, signe);
            Public(total.Ages, (qui >> 2) & 15, signe);
            Public(total.Statuts, qui >> 6, signe);
        }
    }

    private static void Posture(Indicateurs total, ulong premiers, ulong seconds, long minutes, long accompagnements)
    {
        if (Traits.PostureConnue.Lire(seconds) == 0)
        {
            return;
        }

        var (aLaPlace, avec) = (Traits.ALaPlace.Lire(seconds), Traits.Avec.Lire(seconds));
        total.MinutesDePosture += minutes;
        total.PartALaPlace += minutes * aLaPlace;
        total.PartAvec += minutes * avec;
        total.PartFaire += minutes * (100 - aLaPlace - avec);
        total.Motifs[Traits.Motif.Lire(premiers)] += accompagnements;
    }

    private static void Individuel(Indicateurs total, ulong premiers, int sansNom, long accompagnements, int signe)
    {
        total.Autonomies[Traits.Autonomie.Lire(premiers)] += accompagnements;
        total.Redirections[Traits.Redirection.Lire(premiers)] += accompagnements;
        total.Orientees += Traits.Orientee.Lire(premiers) == 2 ? signe : 0;
        total.SansNomNouvelles += Traits.Deja.Lire(premiers) == 1 ? signe * sansNom : 0;
        Public(total.Genres, Traits.Genre.Lire(premiers), signe * sansNom);
        Public(total.Ages, Traits.Age.Lire(premiers), signe * sansNom);
        Public(total.Statuts, Traits.Statut.Lire(premiers), signe * sansNom);
    }

    // A workshop whose margins weren't given: nothing is known of those who came.
    private static void Marges(Indicateurs total, BlocDeFaits bloc, int i, int sansNom, int signe)
    {
        var debut = bloc.DebutsDesMarges[i];
        if (debut < 0)
        {
            total.Genres[^1] += signe * sansNom;
            total.Ages[^1] += signe * sansNom;
            total.Statuts[^1] += signe * sansNom;
            return;
        }

        total.SansNomNouvelles += signe * Math.Max(sansNom - bloc.Marges[debut], 0);
        var marge = debut + 1;
        foreach (var liste in (long[][])[total.Genres, total.Ages, total.Statuts])
        {
            for (var c = 0; c < liste.Length; c++)
            {
                liste[c] += signe * bloc.Marges[marge++];
            }
        }
    }

    // « Not said » and « not communicated » are the same.
    private static void Public(long[] liste, int code, int nombre) => liste[code == 0 ? liste.Length - 1 : code - 1] += nombre;
}
