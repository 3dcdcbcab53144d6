using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Rapprochement.Texte;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Rapprochement.Apprentissage;

/// <summary>Counts, on the shipped places, the words of the names and the contacts that many communes share (<see cref="Frequences"/>).</summary>
internal static class CalculDesFrequences
{
    public static Frequences Compter(IEnumerable<FicheLieu> fiches, ITerritoires territoires)
    {
        var preparateur = new Preparateur(territoires, Frequences.Aucune);
        var noms = new HashSet<string>(StringComparer.Ordinal);
        var mots = new Dictionary<Mot, int>();
        var partages = new Dictionary<ulong, HashSet<int>>();
        foreach (var fiche in fiches)
        {
            var profil = preparateur.Preparer(fiche);

            // The same name twice counts once: duplicates aren't a habit.
            if (noms.Add($"{Mots.Normaliser(fiche.Nom)} {profil.Commune}"))
            {
                foreach (var mot in profil.Nom.Distinct())
                {
                    mots[mot] = mots.GetValueOrDefault(mot) + 1;
                }
            }

            void Noter(char genre, ulong valeur, int ou)
            {
                if (valeur != 0)
                {
                    var cle = Frequences.Cle(genre, valeur);
                    (partages.TryGetValue(cle, out var lieux) ? lieux : partages[cle] = []).Add(ou);
                }
            }

            Noter('t', profil.Telephones.Item1, profil.Commune);
            Noter('t', profil.Telephones.Item2, profil.Commune);
            Noter('s', profil.Siret, profil.Commune);
            foreach (var (genre, valeurs) in ((char, ulong[])[])[('c', profil.Courriels), ('d', profil.Domaines), ('u', profil.Pages), ('h', profil.Hotes)])
            {
                foreach (var valeur in valeurs)
                {
                    Noter(genre, valeur, profil.Commune);
                }
            }

            if (profil.Semaine.Connue)
            {
                Noter('w', profil.Semaine.Empreinte, profil.Commune);
            }

            if (profil.APosition)
            {
                // A point is shared when several addresses have it.
                var cle = Preparateur.ClePosition(profil.Latitude, profil.Longitude);
                (partages.TryGetValue(cle, out var adresses) ? adresses : partages[cle] = []).Add(HashCode.Combine(profil.Adresse.Numero, profil.Adresse.Voie.Length > 0 ? profil.Adresse.Voie[^1].Code : 0));
            }
        }

        return new Frequences(mots, partages.Where(p => p.Value.Count > 1).ToDictionary(p => p.Key, p => p.Value.Count), noms.Count);
    }
}
