using FaireAvec.Accompagnement.Domain.Personnes;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Personnes;

public class PersonneAccompagneeTests
{
    private static readonly DateTimeOffset Maintenant = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Une = new("01a21000-0000-7000-8000-0000000000d1");
    private static readonly Guid Autre = new("01a21000-0000-7000-8000-0000000000d2");

    private static readonly IdentiteDePersonne Awa = new("Awa", null, null, "70_et_plus", "42218", "0639980101", false, null, null, "retraite", "Gros caractères", ProtectionDAdulte.Aucune, null, false, null, false);

    private static PersonneAccompagnee Personne(Guid id, IdentiteDePersonne? identite, int jours = 0)
    {
        var personne = new PersonneAccompagnee { Id = id, Niveau = NiveauDIdentite.Carte, Organisation = Une, CreeeLe = Maintenant.AddDays(jours), DernierContactLe = Maintenant.AddDays(jours) };
        if (identite is not null)
        {
            personne.Nommer(identite, Contact(identite.Telephone), Contact(identite.Courriel), Maintenant.AddDays(jours));
        }

        return personne;
    }

    private static ContactFerme? Contact(string? contact) => contact is null ? null : new(System.Text.Encoding.UTF8.GetBytes(contact), System.Text.Encoding.UTF8.GetBytes(contact));

    private static string Etat(PersonneAccompagnee p) => string.Join('|', p.Niveau, p.Prenom, p.Nom, p.AnneeDeNaissance, p.Age, p.Commune, Hexa(p.TelephoneEmpreinte), p.SansTelephone, Hexa(p.CourrielEmpreinte), p.Genre, p.Statut, p.Notes, p.Protection, p.Protecteur, p.AccordDuProtecteurLe, p.Responsable, p.AccordDuResponsableLe, p.RendezVousLe, p.RendezVousOu, p.Documents, p.CreeeLe, p.NomCherche);

    private static string? Hexa(byte[]? octets) => octets is null ? null : Convert.ToHexString(octets);

    [Fact]
    public void Une_carte_n_a_pas_de_nom() => Assert.Null(Personne(Une, null).NomComplet);

    [Fact]
    public void Revenir_a_la_carte_efface_qui_elle_est_et_rien_d_autre()
    {
        var personne = Personne(Une, Awa);
        personne.Prevoir(new DateOnly(2026, 12, 1), "10 h", "Avis d’impôt", Maintenant);
        personne.RevenirALaCarte(Maintenant.AddDays(1));
        Assert.Equal(NiveauDIdentite.Carte, personne.Niveau);
        Assert.Null(personne.Prenom);
        Assert.Null(personne.TelephoneFerme);
        Assert.Null(personne.Notes);
        Assert.Equal("Avis d’impôt", personne.Documents);
    }

    [Fact]
    public void Effacer_se_fait_une_fois_et_ne_laisse_rien()
    {
        var personne = Personne(Une, Awa);
        Assert.True(personne.Effacer(Maintenant));
        Assert.False(personne.Effacer(Maintenant));
        Assert.False(personne.Vivante);
        Assert.Null(personne.NomCherche);
        Assert.Null(personne.Documents);
    }

    [Fact]
    public void L_accord_du_tuteur_garde_sa_date_tant_que_c_est_le_meme()
    {
        var sous = Awa with { Protection = ProtectionDAdulte.Tutelle, Protecteur = "UDAF", AccordDuProtecteur = true };
        var personne = Personne(Une, sous);
        personne.Nommer(sous, null, null, Maintenant.AddDays(3));
        Assert.Equal(Maintenant, personne.AccordDuProtecteurLe);
        personne.Nommer(sous with { Protecteur = "Autre association" }, null, null, Maintenant.AddDays(4));
        Assert.Equal(Maintenant.AddDays(4), personne.AccordDuProtecteurLe);
    }

    [Fact]
    public void Completer_garde_ce_qu_elle_a_remplit_ce_qui_manque_et_prend_la_date_la_plus_ancienne()
    {
        var cible = Personne(Une, Awa);
        var remplis = cible.Completer(Personne(Autre, Awa with { Prenom = "Awa D.", Nom = "Sarr", Courriel = "awa@example.org", Statut = "en_emploi" }, jours: -30), f => f, Maintenant);
        Assert.Equal(["Nom", "CourrielFerme"], remplis);
        Assert.Equal(("Awa", "Sarr", "retraite"), (cible.Prenom, cible.Nom, cible.Statut));
        Assert.Equal(Maintenant.AddDays(-30), cible.CreeeLe);
        Assert.Equal("awa sarr", cible.NomCherche);
    }

    [Fact]
    public void Une_carte_reunie_a_un_nom_prend_le_nom()
    {
        var cible = Personne(Une, null);
        var remplis = cible.Completer(Personne(Autre, Awa), f => f, Maintenant);
        Assert.Equal("Awa", cible.NomComplet);
        cible.Reprendre(Personne(Autre, Awa), [.. remplis], Maintenant);
        Assert.Equal(NiveauDIdentite.Carte, cible.Niveau);
        Assert.Null(cible.NomComplet);
    }

    [Fact]
    public void Ce_qui_a_ete_ecrit_depuis_reste_quand_on_defait()
    {
        var (cible, source) = (Personne(Une, Awa), Personne(Autre, Awa with { Nom = "Sarr" }));
        var remplis = cible.Completer(source, f => f, Maintenant);
        cible.Nommer(Awa with { Nom = "Sarr-Diop" }, null, null, Maintenant);
        cible.Reprendre(source, [.. remplis], Maintenant);
        Assert.Equal("Sarr-Diop", cible.Nom);
    }

    // Any two identities, with any blanks: joined then undone, each is what it was.
    [Fact]
    public void Reunir_puis_defaire_rend_tout()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<bool[]>(), ArbMap.Default.ArbFor<bool[]>(), (a, b) =>
        {
            var (cible, source) = (Personne(Une, Identite(a, "A")), Personne(Autre, Identite(b, "B"), jours: a.Length % 2 == 0 ? -5 : 5));
            if (a.Length > 3)
            {
                cible.Prevoir(a[0] ? new DateOnly(2026, 12, 1) : null, a[1] ? "ici" : null, a[2] ? "carte" : null, Maintenant);
            }

            source.Prevoir(new DateOnly(2026, 12, 24), "là", "photo", Maintenant);
            var (avant, autreAvant, creeeLe) = (Etat(cible), Etat(source), cible.CreeeLe);
            var remplis = cible.Completer(source, f => f, Maintenant);
            var autreApres = Etat(source);
            cible.Reprendre(source, [.. remplis], creeeLe);
            return Etat(cible) == avant && autreApres == autreAvant;
        }).QuickCheckThrowOnFailure();
    }

    private static IdentiteDePersonne? Identite(bool[] presents, string qui)
    {
        if (presents.Length == 0)
        {
            return null;
        }

        string? Si(int i, string valeur) => presents[i % presents.Length] ? valeur + qui : null;
        var protection = presents[^1] ? ProtectionDAdulte.Curatelle : ProtectionDAdulte.Aucune;
        return new(
            $"Prenom {qui}", Si(1, "Nom "), presents[0] ? 1958 : null, presents[0] ? null : Si(2, "age"), Si(3, "c"), Si(4, "06"), false, Si(5, "m"), Si(6, "g"), Si(7, "s"), Si(8, "n"),
            protection, protection == ProtectionDAdulte.Aucune ? null : $"Protecteur {qui}", presents[^1], Si(9, "r"), Si(9, "r") is not null);
    }
}
