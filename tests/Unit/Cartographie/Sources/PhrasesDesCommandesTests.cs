using FaireAvec.Cartographie.Commandes;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Sources;

namespace FaireAvec.Tests.Unit.Cartographie.Sources;

/// <summary>What the commands say to the person who typed them.</summary>
public class PhrasesDesCommandesTests
{
    private static readonly Guid Id = Guid.Parse("01a21568-dfce-7563-9988-c5506d34b166");

    [Fact]
    public void Un_import_retenu_dit_ce_qu_il_faut_taper()
    {
        var phrase = PhrasesDesCommandes.Dire(Import(StatutImport.Retenu, "La source passe de 40 à 10 lieux."));
        Assert.StartsWith("Retenu : 10 lignes lues, 10 lieux gardés dont 1 corrigé, 0 rejetée ; une fois publié : 0 ajouté, 0 modifié, 30 retirés, 10 inchangés. La source passe de 40 à 10 lieux.", phrase, StringComparison.Ordinal);
        Assert.EndsWith($"faireavec sources liberer {Id}\nPour refuser : faireavec sources refuser {Id}", phrase, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(StatutImport.Publie), "Publié : 10 lignes lues")]
    [InlineData(nameof(StatutImport.ABlanc), "Essai, rien n’est publié : 10 lignes lues")]
    [InlineData(nameof(StatutImport.Inchange), "Rien de nouveau. Parce que.")]
    [InlineData(nameof(StatutImport.Echec), "Échec, rien n’est changé. Parce que.")]
    public void Un_import_se_dit_en_francais(string statut, string debut) => Assert.StartsWith(debut, PhrasesDesCommandes.Dire(Import(Enum.Parse<StatutImport>(statut), "Parce que.")), StringComparison.Ordinal);

    [Fact]
    public void Une_annulation_dit_ce_qui_est_reste()
    {
        Assert.Equal("Annulé : 0 lieu remis comme avant, 1 ajout retiré, 30 lieux rendus.", PhrasesDesCommandes.Dire(new BilanDAnnulation(0, 1, 30, [])));
        Assert.EndsWith("1 lieu, changé depuis, est resté comme il est.", PhrasesDesCommandes.Dire(new BilanDAnnulation(0, 1, 30, ["x"])), StringComparison.Ordinal);
    }

    [Fact]
    public void Un_regroupement_et_une_publication_disent_si_quelque_chose_a_change()
    {
        Assert.EndsWith("Rien n’a changé depuis la dernière fois.", PhrasesDesCommandes.Dire(new BilanDeRegroupement(3, 1, 2, 0, 0, Change: false)), StringComparison.Ordinal);
        var publication = new PublicationDuJour { Jour = new(2026, 11, 26), Instant = DateTimeOffset.UnixEpoch, Lieux = 2, Ajoutes = 1, Modifies = 0, Retires = 0, Precedente = new(2026, 11, 25), Auteur = "systeme:taches" };
        Assert.Equal("Publié : 2 lieux, 1 ajouté, 0 modifié, 0 retiré depuis le 25 novembre 2026.", PhrasesDesCommandes.Dire(publication, deja: false));
        Assert.StartsWith("Rien n’a changé depuis la publication d’aujourd’hui", PhrasesDesCommandes.Dire(publication, deja: true), StringComparison.Ordinal);
    }

    [Fact]
    public void L_import_d_un_fichier_se_dit_au_singulier_et_avec_une_virgule() => Assert.Equal(
        "1 ligne lue : 1 lieu ajouté, 0 modifié, 0 inchangé, 0 retiré, 0 ligne rejetée ; 2 lieux retenus hors de la carte. 2,4 s.",
        PhrasesDesCommandes.Dire(new FaireAvec.Cartographie.Import.Bilan { Lus = 1, Ajoutes = 1, Retenus = 2, DureeMs = 2400 }));

    [Theory]
    [InlineData(0, "Aucune correction à rendre.")]
    [InlineData(1, "1 correction à rendre.")]
    [InlineData(2, "2 corrections à rendre.")]
    public void Les_corrections_se_comptent(int nombre, string attendu) => Assert.Equal(attendu, PhrasesDesCommandes.Corrections(nombre));

    private static ImportDeLieux Import(StatutImport statut, string raison)
    {
        var import = new ImportDeLieux { Id = Id, Source = "essai", Origine = OrigineImport.Fichier, Fichier = "x.csv", Auteur = "systeme:commande", DebutLe = DateTimeOffset.UnixEpoch, Lus = 10, Gardes = 10, Corriges = 1, Retires = 30, Inchanges = 10 };
        Assert.True(import.Passer(statut, DateTimeOffset.UnixEpoch, raison));
        return import;
    }
}
