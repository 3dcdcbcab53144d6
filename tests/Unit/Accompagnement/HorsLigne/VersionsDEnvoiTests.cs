using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.HorsLigne;

namespace FaireAvec.Tests.Unit.Accompagnement.HorsLigne;

/// <summary>What was written by an older application is read as today's.</summary>
public class VersionsDEnvoiTests
{
    private static readonly Guid Quelqu = Guid.Parse("01a21000-0000-7000-8000-000000000001");

    [Fact]
    public void Un_acte_de_la_premiere_version_a_sa_duree_et_sa_personne()
    {
        var f = Formulaire(1, $$"""{"id":"{{Quelqu}}","type":"individuel","duree_minutes":95,"personne":"{{Quelqu}}"}""");
        Assert.Equal((95, Quelqu), (f.DureeEnMinutes, Assert.Single(f.Personnes)));
    }

    [Fact]
    public void Un_acte_de_la_deuxieme_garde_sa_duree()
    {
        var f = Formulaire(2, $$"""{"id":"{{Quelqu}}","type":"individuel","duree":"45","personne":"{{Quelqu}}"}""");
        Assert.Equal((45, Quelqu), (f.DureeEnMinutes, Assert.Single(f.Personnes)));
    }

    [Fact]
    public void Des_presences_de_la_premiere_deviennent_des_notes()
    {
        var lu = LectureDEnvoi.Mettre(GenreDEnvoi.Presence, 1, $$"""{"atelier":"{{Quelqu}}","presentes":["{{Quelqu}}"],"absentes":[]}""");
        var note = Assert.Single(LectureDEnvoi.Lire<PresenceEnvoyee>(lu.Valeur)!.Notes!)!;
        Assert.Equal((Quelqu, true, (string?)null), (note.Inscription, note.Presente, note.Vu));
    }

    [Fact]
    public void Un_rendez_vous_de_la_premiere_a_son_jour_et_son_heure()
    {
        var lu = LectureDEnvoi.Mettre(GenreDEnvoi.RendezVous, 1, $$"""{"id":"{{Quelqu}}","debut":"2026-11-27T09:05"}""");
        var r = LectureDEnvoi.Lire<RendezVousEnvoye>(lu.Valeur)!;
        Assert.Equal((new DateOnly(2026, 11, 27), "09:05"), (r.Date, r.De));
    }

    [Theory]
    [InlineData(VersionsDEnvoi.PlusAncienne - 1, "ACC-511")]
    [InlineData(int.MinValue, "ACC-511")]
    [InlineData(VersionsDEnvoi.Courante + 1, "ACC-512")]
    [InlineData(int.MaxValue, "ACC-512")]
    public void Hors_de_ces_versions_c_est_dit(int version, string code) => Assert.Equal(code, VersionsDEnvoi.Mettre(GenreDEnvoi.Carte, version, []).Erreur!.Code);

    [Theory]
    [InlineData(nameof(GenreDEnvoi.Activite), """{"duree_minutes":"x"}""")]
    [InlineData(nameof(GenreDEnvoi.Presence), """{"presentes":3}""")]
    [InlineData(nameof(GenreDEnvoi.RendezVous), """{"debut":"demain"}""")]
    [InlineData(nameof(GenreDEnvoi.RendezVous), """{"debut":[]}""")]
    public void Ce_qui_n_est_pas_de_nous_est_illisible(string genre, string corps) => Assert.Equal("ACC-508", LectureDEnvoi.Mettre(Enum.Parse<GenreDEnvoi>(genre), 1, corps).Erreur!.Code);

    private static FormulaireDActivite Formulaire(int version, string corps)
    {
        var lu = LectureDEnvoi.Mettre(GenreDEnvoi.Activite, version, corps);
        Assert.True(lu.Reussi);
        return LectureDEnvoi.Formulaire(lu.Valeur)!;
    }
}
