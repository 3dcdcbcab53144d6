using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.HorsLigne;

namespace FaireAvec.Tests.Unit.Accompagnement.HorsLigne;

/// <summary>States of what a device sent, its hash, the words of a wrong clock.</summary>
public class EnvoiTests
{
    private static readonly DateTimeOffset Maintenant = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Seul_ce_qui_attend_se_decide()
    {
        foreach (var de in Enum.GetValues<EtatDEnvoi>())
        {
            foreach (var vers in Enum.GetValues<EtatDEnvoi>())
            {
                var attendu = (de is EtatDEnvoi.Refuse or EtatDEnvoi.Conflit) && (vers is EtatDEnvoi.Repris or EtatDEnvoi.Abandonne);
                Assert.Equal(attendu, EtatsDEnvoi.Permet(de, vers));
            }

            Assert.Equal(de is EtatDEnvoi.Refuse or EtatDEnvoi.Conflit, EtatsDEnvoi.ARevoir(de));
            Assert.Equal(!EtatsDEnvoi.ARevoir(de), EtatsDEnvoi.Fini(de));
            Assert.Equal(de.ToString(), EtatsDEnvoi.Code(de), ignoreCase: true);
        }
    }

    [Fact]
    public void Decide_il_ne_garde_plus_rien()
    {
        var envoi = Refuse();
        Assert.True(envoi.Decider(EtatDEnvoi.Abandonne, Maintenant).Valeur);
        Assert.Equal((EtatDEnvoi.Abandonne, (byte[]?)null, Maintenant), (envoi.Etat, envoi.Corps, envoi.DecideLe));
        Assert.False(envoi.Decider(EtatDEnvoi.Abandonne, Maintenant).Valeur);
        Assert.Equal("ACC-515", envoi.Decider(EtatDEnvoi.Repris, Maintenant).Erreur!.Code);
    }

    [Fact]
    public void L_empreinte_suit_le_genre_la_version_et_chaque_signe()
    {
        var une = Envoi.Hacher("activite", 3, """{"a":1}""");
        Assert.Equal(une, Envoi.Hacher("activite", 3, """{"a":1}"""));
        Assert.NotEqual(une, Envoi.Hacher("activite", 3, """{"a": 1}"""));
        Assert.NotEqual(une, Envoi.Hacher("activite", 2, """{"a":1}"""));
        Assert.NotEqual(une, Envoi.Hacher("presence", 3, """{"a":1}"""));
        Assert.Equal(32, une.Length);
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(-4, null)]
    [InlineData(8, "avance d’environ 8 minutes")]
    [InlineData(-200, "retarde d’environ 3 heures")]
    [InlineData(60 * 24 * 10, "avance d’environ 10 jours")]
    [InlineData(60 * 24 * 90, "avance d’environ 3 mois")]
    [InlineData(-60 * 24 * 365, "retarde d’environ un an")]
    [InlineData(60 * 24 * 365 * 3, "avance d’environ 3 ans")]
    public void Une_horloge_fausse_est_dite_en_mots(int minutes, string? attendu)
    {
        var dit = EcartDHorloge.EnMots(Maintenant.AddMinutes(minutes).ToUnixTimeMilliseconds(), Maintenant);
        Assert.True(attendu is null ? dit is null : dit!.Contains(attendu, StringComparison.Ordinal), dit);
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void Une_horloge_impossible_est_dite_aussi(long millisecondes) => Assert.NotNull(EcartDHorloge.EnMots(millisecondes, Maintenant));

    [Theory]
    // What the device wanted, what it knew, what is there.
    [InlineData(true, "Confirmee", "Confirmee", false)]
    [InlineData(true, "Confirmee", "Presente", false)]
    [InlineData(true, "Confirmee", "Absente", true)]
    [InlineData(true, "Absente", "Absente", false)]
    [InlineData(false, "Presente", "Presente", false)]
    [InlineData(false, "Confirmee", "Presente", true)]
    [InlineData(false, null, "Presente", false)]
    public void Une_presence_n_en_recouvre_une_autre_que_si_on_la_connaissait(bool presente, string? vu, string etat, bool autrement) =>
        Assert.Equal(autrement, EcritureDesEnvois.NoteeAutrement(new NoteDePresence { Presente = presente, Vu = vu }, Enum.Parse<EtatDInscription>(etat)));

    private static Envoi Refuse() => new()
    {
        Appareil = Guid.Empty,
        Id = Guid.Empty,
        Compte = Guid.Empty,
        Organisation = Guid.Empty,
        Numero = 1,
        Genre = GenreDEnvoi.Activite,
        Empreinte = new byte[32],
        FaitLe = Maintenant,
        RecuLe = Maintenant,
        Etat = EtatDEnvoi.Refuse,
        Corps = [1],
    };

    [Theory]
    [InlineData("""{"id":"1","notes":"mdp: Soleil2024!"}""", """{"id":"1"}""")]
    [InlineData("""{"a":{"b":["1 85 05 78 006 084 91","bien"],"c":"1850578006084 91"},"d":1}""", """{"a":{"b":["bien"]},"d":1}""")]
    [InlineData("""{"notes":"venu deux fois"}""", """{"notes":"venu deux fois"}""")]
    [InlineData("pas du json", "pas du json")]
    [InlineData("pas du json, mdp: Soleil2024!", "{}")]
    [InlineData("""["1 85 05 78 006 084 91"]""", "{}")]
    [InlineData("""{"a":"mdp: Soleil2024!","a":"mdp: Soleil2024!"}""", "{}")]
    public void Ce_qui_est_refuse_est_garde_sans_secret(string corps, string garde) => Assert.Equal(garde, LectureDEnvoi.SansSecret(corps));
}
