using FaireAvec.Kernel.Donnees;
using FaireAvec.Tests.Architecture.Regles;
using FaireAvec.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Architecture;

/// <summary>Rule 4: the domain knows neither the web nor the database.</summary>
public sealed class DomaineTests
{
    private static readonly string[] Dossiers = [.. Directory.EnumerateDirectories(Depot.Chemin("src", "Modules"), "Domain", SearchOption.AllDirectories).Where(d => !d.Contains("/obj/", StringComparison.Ordinal) && !d.Contains("/bin/", StringComparison.Ordinal))];

    [Fact]
    public void Chaque_module_de_metier_est_lu()
    {
        Assert.NotEmpty(Dossiers);
        Assert.All(Dossiers, d => Assert.NotEmpty(Directory.EnumerateFiles(d, "*.cs", SearchOption.AllDirectories)));
        Assert.All(Assemblages.Modules, a => Assert.Contains(a.GetTypes(), t => t.Namespace?.StartsWith($"{a.GetName().Name}.Domain", StringComparison.Ordinal) == true));
    }

    [Fact]
    public void Regle_4_dans_le_texte() =>
        Assert.Empty(Dossiers.SelectMany(d => Directory.EnumerateFiles(d, "*.cs", SearchOption.AllDirectories)).SelectMany(f => RegleDuDomaine.DansLeTexte(Path.GetRelativePath(Depot.Racine, f), File.ReadAllText(f))));

    [Theory]
    [InlineData("using Microsoft.AspNetCore.Http;")]
    [InlineData("using Ef = Microsoft.EntityFrameworkCore;")]
    [InlineData("class A { Npgsql.NpgsqlConnection? b; }")]
    [InlineData("global using static FaireAvec.Kernel.Donnees.FaireAvecDb;")]
    public void Regle_4_mord_dans_le_texte(string texte) => Assert.Single(RegleDuDomaine.DansLeTexte("A.cs", texte));

    [Theory]
    [InlineData("using FaireAvec.Kernel.Journal;")]
    [InlineData("using FaireAvec.Kernel.Donnees.Argent;")]
    [InlineData("using System.Text;")]
    public void Regle_4_laisse_le_reste(string texte) => Assert.Empty(RegleDuDomaine.DansLeTexte("A.cs", texte));

    [Fact]
    public void Regle_4_dans_le_code() => Assert.Empty(Assemblages.Modules.SelectMany(RegleDuDomaine.DansLeCode));

    [Theory]
    [InlineData(typeof(HttpContext))]
    [InlineData(typeof(DbContext))]
    [InlineData(typeof(FaireAvecDb))]
    [InlineData(typeof(List<DbSet<string>>))]
    [InlineData(typeof(HttpContext[]))]
    public void Regle_4_mord_dans_le_code(Type nomme)
    {
        var corps = AssemblageFautif.Module("Corps", m => AssemblageFautif.TypeQuiNomme(m, "FaireAvec.Corps.Domain.Regle", nomme));
        var champ = AssemblageFautif.Module("Champ", m => AssemblageFautif.TypeQuiGarde(m, "FaireAvec.Champ.Domain.Sous.Regle", nomme));
        var ailleurs = AssemblageFautif.Module("Ailleurs", m => AssemblageFautif.TypeQuiNomme(m, "FaireAvec.Ailleurs.Data.Requete", nomme));
        Assert.NotEmpty(RegleDuDomaine.DansLeCode(corps));
        Assert.NotEmpty(RegleDuDomaine.DansLeCode(champ));
        Assert.Empty(RegleDuDomaine.DansLeCode(ailleurs));
    }
}
