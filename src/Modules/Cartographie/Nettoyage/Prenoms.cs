using System.Collections.Frozen;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// First names common in France, without accents: a clue that an e-mail belongs to a person. Left out: those that are also ordinary words of places
/// (« rose », « france », « prosper », « victor » as in « victor-hugo » is kept: a mailbox so named is rare).
/// </summary>
internal static class Prenoms
{
    private static readonly FrozenSet<string> Tous = FrozenSet.ToFrozenSet(
        """
        adele adeline adrien agathe agnes ahmed aicha alain alban albert alex alexandra alexandre alexia alexis ali alice aline alix amandine amelie amina amy anais
        andre andrea anita ann anna annabelle anne annette annick annie anthony antoine antoinette antonin ariane armelle arnaud arthur astrid aude audrey augustin aurelia aurelie aurelien
        aurore axel axelle aymeric baptiste barbara bastien beatrice benedicte benjamin benoit berenice bernadette bernard bertrand bettina blandine boris brice brigitte bruno camille capucine
        carine carla carole caroline catherine cathy cecile cedric celia celine chantal charlene charles charline charlotte chloe christel christelle christian christiane christine christophe
        claire clara clarisse claude claudette claudia claudie claudine clemence clement clementine clotilde coline colette corentin corinne coralie cyril cyrille cyrielle damien daniel daniele danielle
        danielle david davy deborah delphine denis denise diane didier dimitri dominique dorian doriane dorine dorothee edith edouard edwige eleonore elena eliane elisa elisabeth elise elodie eloise elsa
        emeline emilie emilien emma emmanuel emmanuelle eric erika ericka ernest erwan estelle esther etienne eva eve eveline evelyne fabien fabienne fabrice fanny fantine farid fatiha fatima faustine
        felix fernand flavie flavien flora flore florence florent florian floriane franck francis francoise francois frederic frederique gabriel gabrielle gael gaelle gaetan gaetane gaspard gautier genevieve
        geoffrey geoffroy georges gerald geraldine gerard germain ghislain ghislaine gilbert gilles gisele gregoire gregory guillaume gustave guy gwenaelle gwendoline hakim hamid hassan helene henri
        herve honorine hubert hugo hugues ines ingrid irene isabelle ivan jacky jacqueline jacques jamila jean jeanne jeannine jennifer jeremie jeremy jerome jessica joan joachim joel joelle
        johan johann johanna johanne johnny jonathan jordan joris jose josee joseph josette josiane josselin jocelyne julia julian juliana julie julien juliette justin justine karen karim karima karin karine
        katia kevin khadija laetitia laila laura laure laurence laurene laurent laurie lea leila lena leo leon leonie lilian liliane lily linda lionel lisa lise loic lola loris louis louise luc lucas lucie
        lucien lucile lucille ludivine ludovic lydia lydie madeleine mael maeva magali malika manon manuel marc marcel marcelle margaux margot marguerite maria mariam marianne marie marielle marilyne marina marine
        marion marjolaine marjorie marlene martin martine maryline maryse maryvonne mathias mathieu mathilde matthieu maud maurice max maxence maxime mehdi melanie melina melissa melodie mendy michael michel michele
        micheline michelle mickael mireille mohamed mohammed monique morgan morgane muriel murielle mylene myriam nabil nadege nadia nadine naima natacha nathalie nathan nelly nicolas nicole nina noel noelle noemie nora
        nordine norbert odette odile olga olivia olivier ophelie pascal pascale patrice patricia patrick paul paula pauline perrine philippe pierre pierrette quentin rachel rachid raphael raphaelle raymond raymonde
        regine regis remi remy renaud rene renee richard robert robin rodolphe roger roland romain romane romuald roseline roxane rudy sabine sabrina said salima salome samia samir samira samuel sandra sandrine sarah
        sebastien serge severine simon simone solange solene sonia sophie stephane stephanie steve steven suzanne sybille sylvain sylvaine sylvette sylvia sylviane sylvie tanguy tatiana teddy theo theodore therese thibaud
        thibault thibaut thierry thomas timothee tiphaine tony tristan ugo valentin valentine valerie vanessa veronique victor victoria vincent virginie vivien viviane wilfrid william xavier yacine yael yann yanick yannick
        yasmina yasmine yoann yohan yohann yolande youssef yves yvette yvon yvonne zoe
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Recherche = Tous.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a common first name, in lower case without accents.</summary>
    public static bool Contient(ReadOnlySpan<char> mot) => Recherche.Contains(mot);

    /// <summary>True for a word of six letters or more that is a common first name but for one letter (« Christopje »), not the first: « galerie », « famille », « cantine » are no first names. Only where a first name is expected.</summary>
    public static bool Ressemble(string mot) =>
        mot.Length >= 6 && Tous.Any(p => p.Length == mot.Length && p[0] == mot[0] && p.Zip(mot).Count(l => l.First != l.Second) <= 1);

    /// <summary>True when the word begins by a first name of at least four letters and goes on for three more (« sophiedurand »).</summary>
    public static bool Commence(ReadOnlySpan<char> mot)
    {
        for (var longueur = Math.Min(mot.Length - 3, 12); longueur >= 4; longueur--)
        {
            if (Recherche.Contains(mot[..longueur]))
            {
                return true;
            }
        }

        return false;
    }
}
