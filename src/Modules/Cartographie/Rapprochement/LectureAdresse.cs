using FaireAvec.Cartographie.Rapprochement.Texte;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>Reads what sources write in « adresse »: abbreviations, numbers with or without letter, streets without kind, places.</summary>
internal static class LectureAdresse
{
    /// <summary>Kinds of street, with their abbreviations.</summary>
    public static readonly Dictionary<Mot, Mot> Types = Mots.Table(
        """
        rue rue r rue av avenue ave avenue avenue avenue bd boulevard bld boulevard blvd boulevard boul boulevard boulevard boulevard pl place place place plc place
        ch chemin che chemin chem chemin chemin chemin rte route route route imp impasse impasse impasse all allee allee allee allees allee allees allee
        sq square square square qu quai quai quai crs cours cours cours cr cours pas passage passage passage psg passage res residence
        ham hameau esp esplanade esplanade esplanade fg faubourg faubourg faubourg fbg faubourg mte montee montee montee rpt rondpoint
        rond rondpoint ld lieudit lieudit lieudit lotissement lotissement lot lotissement zone zone za zone zi zone zac zone zae zone parc parc pce place
        venelle venelle vla villa traverse traverse trav traverse tra traverse voie voie sentier sentier sente sente ruelle ruelle rlle ruelle
        promenade promenade prom promenade galerie galerie carrefour carrefour car carrefour carr carrefour cite cite cour cour rocade rocade
        mail mail parvis parvis pont pont port port porte porte vc chemin chaussee chaussee chs chaussee clos clos domaine domaine
        quartier quartier quart quartier carrughju rue strada route descente descente digue digue escalier escalier
        """);

    // What comes before a street's name, and is dropped or added at will.
    private static readonly Dictionary<Mot, Mot> Titres = Mots.Table(
        """
        gal general gl general gen general general general mal marechal mar marechal marech marechal marechal marechal dr docteur doc docteur docteur docteur
        prof professeur pr professeur professeur professeur cdt commandant cdt commandant commandant commandant col colonel colonel colonel
        pdt president pres president president president cap capitaine capitaine capitaine lt lieutenant lieutenant lieutenant
        sgt sergent adj adjudant st saint ste sainte nd notredame fr freres freres freres frere freres me maitre mgr monseigneur
        cne capitaine amiral amiral abbe abbe abb abbe pere pere sous sous mme madame m monsieur mr monsieur
        """);

    private static readonly HashSet<Mot> PoidsFaible = [.. "general marechal docteur professeur commandant colonel president capitaine lieutenant saint sainte maitre abbe freres grande grand petite petit monsieur madame pierre jean paul georges charles".Split(' ').Select(m => Mot.De(m))];

    private static readonly HashSet<Mot> MotsVagues = [.. "bourg village mairie centre ville hotel chef lieu lieudit communale communal maison france services service ecole poste commune communiquee non inconnue place".Split(' ').Select(m => Mot.De(m))];

    private static readonly HashSet<Mot> Arrets = [.. "bp cs cedex tsa batiment bat immeuble imm etage appt apt appartement bureau cellule hall entree escalier esc rdc residence res centre commercial c/o".Split(' ').Select(m => Mot.De(m))];

    private static readonly Dictionary<Mot, byte> Indices = new()
    {
        [Mot.De("bis")] = (byte)'b',
        [Mot.De("ter")] = (byte)'t',
        [Mot.De("quater")] = (byte)'q',
        [Mot.De("b")] = (byte)'b',
        [Mot.De("t")] = (byte)'t',
        [Mot.De("q")] = (byte)'q',
        [Mot.De("a")] = (byte)'a',
        [Mot.De("c")] = (byte)'c',
        [Mot.De("d")] = (byte)'d',
    };

    // What surrounds a street, rather than a street.
    private static readonly HashSet<Mot> Alentours = [.. "residence zone parc lotissement quartier cite domaine lieudit".Split(' ').Select(m => Mot.De(m))];

    /// <param name="texte">The cell.</param>
    /// <param name="commune">Words of the commune's name: they say nothing in a street.</param>
    /// <param name="mots">Room to work, kept by the caller.</param>
    public static Adresse Lire(string? texte, HashSet<Mot> commune, List<Mot> mots)
    {
        Mots.Lire(texte, mots, petitsAussi: true);
        Decoller(mots);
        if (mots.Count == 0)
        {
            return new Adresse { Voie = [], Poids = [], Vague = true };
        }

        var debut = PlaceDuType(mots);
        var (numero, fin, indice, premier) = LireNumero(mots, debut);
        var type = debut >= 0 ? Types[mots[debut]] : Mot.Vide;
        var depart = debut >= 0 ? debut + 1 : premier;
        var (voie, poids) = (new List<Mot>(), new List<float>());
        var vague = true;
        for (var i = depart; i < mots.Count && voie.Count < 8; i++)
        {
            var mot = mots[i];
            if (voie.Count > 0 && Arrets.Contains(mot))
            {
                break;
            }

            if (Mots.EstPetit(mot) || (mot.Longueur == 1 && !mot.EstNombre))
            {
                continue;
            }

            if (mot.EstNombre && mot.Longueur == 5)
            {
                // A postal code: the town follows.
                break;
            }

            // « Rue de la place Victor Hugo »: a second kind of street is a word like another.
            mot = Titres.GetValueOrDefault(mot, mot);
            var faible = PoidsFaible.Contains(mot);
            var deLaCommune = commune.Contains(mot);
            voie.Add(mot);
            poids.Add(faible ? 0.3f : deLaCommune ? 0.5f : 1f);
            vague &= MotsVagues.Contains(mot) || (deLaCommune && type.EstVide);
        }

        // « Rue de la Mairie », « place du Bourg » are found; « le bourg » isn't.
        vague = voie.Count == 0 || (vague && type.EstVide && numero == 0);
        return new Adresse { Numero = numero, NumeroFin = fin, Indice = indice, Type = type, Voie = [.. voie], Poids = [.. poids], Vague = vague };
    }

    /// <summary>« 2avenue de la Gare » has a number and a kind of street.</summary>
    private static void Decoller(List<Mot> mots)
    {
        for (var i = 0; i < mots.Count; i++)
        {
            var mot = mots[i];
            var chiffres = 0;
            while (chiffres < mot.Lettres && mot.Lettre(chiffres) is >= 27 and <= 36)
            {
                chiffres++;
            }

            if (chiffres is 0 or > 4 || mot.Lettres - chiffres < 3)
            {
                continue;
            }

            var texte = mot.ToString();
            if (Types.ContainsKey(Mot.De(texte.AsSpan(chiffres))))
            {
                mots[i] = Mot.De(texte.AsSpan(0, chiffres));
                mots.Insert(i + 1, Mot.De(texte.AsSpan(chiffres)));
            }
        }
    }

    private static int PlaceDuType(List<Mot> mots)
    {
        var trouve = -1;
        for (var i = 0; i < mots.Count - 1; i++)
        {
            if (!Types.TryGetValue(mots[i], out var type))
            {
                continue;
            }

            // « 12 cours Jean Jaurès » beats « résidence des Lilas, 12 rue… »: a number before decides; else the first kind of street that isn't a place around.
            var apresNombre = i > 0 && (mots[i - 1].EstNombre || (i > 1 && mots[i - 2].EstNombre && Indices.ContainsKey(mots[i - 1])));
            if (apresNombre)
            {
                return i;
            }

            // One letter is an abbreviation only after a number.
            if (mots[i].Longueur > 1 && (trouve < 0 || Alentours.Contains(Types[mots[trouve]])) && !(trouve >= 0 && Alentours.Contains(type)))
            {
                trouve = i;
            }
        }

        return trouve;
    }

    private static (int Numero, int Fin, byte Indice, int Apres) LireNumero(List<Mot> mots, int debut)
    {
        // Without a kind of street, the number can only begin the address.
        var limite = debut >= 0 ? debut : Math.Min(3, mots.Count);
        var (numero, fin, indice, apres) = (0, 0, (byte)0, 0);
        for (var i = 0; i < limite; i++)
        {
            var n = NombreEtIndice(mots[i], out var lettre);
            if (n <= 0 || n > 99_999)
            {
                if (debut < 0)
                {
                    break;
                }

                continue;
            }

            if (numero > 0 && i == apres && n > numero && n - numero <= 60)
            {
                fin = n;
            }
            else
            {
                (numero, fin, indice) = (n, n, lettre);
            }

            apres = i + 1;
            if (lettre == 0 && i + 1 < mots.Count && i + 1 != debut && Indices.TryGetValue(mots[i + 1], out var suivante) && (debut >= 0 || mots[i + 1].Longueur > 1))
            {
                indice = suivante;
                apres = ++i + 1;
            }
        }

        return (numero, fin, indice, apres);
    }

    /// <summary>« 37ter » is 37 and t.</summary>
    private static int NombreEtIndice(Mot mot, out byte indice)
    {
        indice = 0;
        if (mot.EstNombre)
        {
            return mot.Nombre;
        }

        var n = 0;
        var i = 0;
        for (; i < mot.Lettres && mot.Lettre(i) is >= 27 and <= 36; i++)
        {
            n = (n * 10) + mot.Lettre(i) - 27;
        }

        if (i == 0 || i > 5)
        {
            return -1;
        }

        var reste = mot.ToString()[i..];
        if (!Indices.TryGetValue(Mot.De(reste), out indice))
        {
            return -1;
        }

        return n;
    }
}
